import type { Frame } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { gapColor, lcdLook } from './lcd-look.ts';

const PAPER = 0x9acd32;
const INK = 0x203018;
/** paper paper / ink paper */
const FRAME: Frame = { width: 2, height: 2, cells: Uint32Array.of(PAPER, PAPER, INK, PAPER) };
const NAMES = new Map([
  [PAPER, '.'],
  [INK, '#'],
  [gapColor(PAPER), ','],
  [gapColor(INK), '+'],
  [0x16181a, 'B'],
]);

const drawn = (image: Frame): string[] =>
  Array.from({ length: image.height }, (_, y) =>
    Array.from(image.cells.subarray(y * image.width, (y + 1) * image.width), (color) => NAMES.get(color) ?? '?').join(
      '',
    ),
  );

test('nothing asked for is the frame itself', () => {
  expect(lcdLook(FRAME, {})).toBe(FRAME);
});

test('scale makes squares', () => {
  expect(drawn(lcdLook(FRAME, { scale: 3 }))).toEqual(['......', '......', '......', '###...', '###...', '###...']);
});

test('a grid has gaps, bare glass around and a bezel', () => {
  expect(drawn(lcdLook(FRAME, { scale: 3, grid: true, bezel: 1 }))).toEqual([
    'BBBBBBBBBBBBBB',
    'B,,,,,,,,,,,,B',
    'B,,,,,,,,,,,,B',
    'B,,,,,,,,,,,,B',
    'B,,,..,..,,,,B',
    'B,,,..,..,,,,B',
    'B,,,,,,,,,,,,B',
    'B,,,##+..,,,,B',
    'B,,,##+..,,,,B',
    'B,,,+++,,,,,,B',
    'B,,,,,,,,,,,,B',
    'B,,,,,,,,,,,,B',
    'B,,,,,,,,,,,,B',
    'BBBBBBBBBBBBBB',
  ]);
});

test('the bare glass has the colour that is given for it', () => {
  const [, row] = drawn(lcdLook(FRAME, { scale: 3, grid: true, bezel: 1, paper: INK }));
  expect(row).toBe('B++++++++++++B');
});

test('the bezel of a grid is as wide as three cells', () => {
  expect(lcdLook(FRAME, { scale: 4, grid: true })).toMatchObject({
    width: 2 * (2 + 3 + 1 + 3 - 1) * 2 + 8,
    height: 40,
  });
});

test('gaps are a little darker beside light cells, a little lighter beside dark ones', () => {
  expect([PAPER, INK, 0, 0xffffff].map((color) => gapColor(color).toString(16).padStart(6, '0'))).toEqual([
    '81ac2a',
    '36452f',
    '1a1a1a',
    'd6d6d6',
  ]);
});

test.each([
  [{ scale: 0 }, 'png: scale: a whole number from 1 to 32, not 0'],
  [{ scale: 1.5 }, 'png: scale: a whole number from 1 to 32, not 1.5'],
  [{ scale: 1, grid: true }, 'png: scale: a whole number from 2 to 32, not 1'],
  [{ bezel: 300 }, 'png: bezel: a whole number from 0 to 256, not 300'],
])('%j is told', (look, message) => {
  expect(() => lcdLook(FRAME, look)).toThrow(expect.objectContaining({ code: 'config', message }));
});
