import { expect, test } from 'vitest';
import { blankFrame, INVERTED } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import { letterDots } from './dot-matrix.ts';
import { drawnDots, drawnLetter } from './drawn-letters.ts';
import { codeOf, definitionsFor, frameEncoder } from './encode-letters.ts';
import { asciiRom } from './roms/ascii.ts';

const HEART = [0b00000, 0b01010, 0b11111, 0b11111, 0b01110, 0b00100, 0, 0];
const codePointOf = (letter: string): number => letter.codePointAt(0)!;

test('the same picture is the same letter, one wide, and another picture another one', () => {
  const heart = drawnLetter(HEART);
  expect(drawnLetter(Uint8Array.from(HEART))).toBe(heart);
  expect(drawnLetter([1])).not.toBe(heart);
  expect([...heart].length).toBe(1);
  const frame = blankFrame({ width: 3, height: 1 }, 0x20);
  expect(surfaceOf(frame, 'character').text({ x: 1, y: 0 }, heart)).toEqual({ width: 1, height: 1 });
  expect([...frame.cells]).toEqual([0x20, codePointOf(heart), 0x20]);
});

test('what is too much of a picture is left away, and what lacks is blank', () => {
  expect([...drawnDots(codePointOf(drawnLetter([0xff, 1, 2])))!]).toEqual([0x1f, 1, 2, 0, 0, 0, 0, 0]);
  expect(drawnLetter([...HEART, 1, 2, 3])).toBe(drawnLetter(HEART));
});

test('it looks as it was drawn, inverted as well; other letters are of the font', () => {
  const letter = codePointOf(drawnLetter(HEART));
  expect([...letterDots(letter)]).toEqual(HEART);
  expect([...letterDots((letter | INVERTED) >>> 0)]).toEqual(HEART.map((row) => row ^ 0x1f));
  expect(drawnDots(0x41)).toBeUndefined();
  expect(drawnDots(0xf_ffff)).toBeUndefined();
});

test('a panel shows it as a user-defined character', () => {
  const frame = blankFrame({ width: 2, height: 1 }, 0x20);
  surfaceOf(frame, 'character').text({ x: 0, y: 0 }, drawnLetter(HEART));
  const encoded = frameEncoder(asciiRom, [0, 1])(frame);
  expect(Array.from(encoded.cells, codeOf)).toEqual([0, 0x20]);
  expect(definitionsFor(encoded, encoded.cells, [0, 1])).toEqual([[0, Uint8Array.from(HEART)]]);
});

test('a picture that the ROM has needs no user-defined character', () => {
  const frame = blankFrame({ width: 1, height: 1 }, 0x20);
  surfaceOf(frame, 'character').text({ x: 0, y: 0 }, drawnLetter(letterDots(0x41)));
  expect([...frameEncoder(asciiRom, [0])(frame).cells]).toEqual([0x41]);
});
