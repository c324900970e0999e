import { INVERTED, label, UNKNOWN } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { picture, pictureOf } from './picture.ts';

const frame = (width: number, ...cells: number[]) => ({
  width,
  height: cells.length / width,
  cells: Uint32Array.from(cells),
});

test('pixels are ink or paper by how bright they look', () => {
  expect(picture(frame(3, 0, 0xffffff, 0xff8800, 0x0000ff, 0x00ff00, 0), 'pixel')).toBe('.##\n.#.\n');
});

test('characters are themselves, and inverted ones are marked below', () => {
  const [a, b, blank] = [0x61, 0x62, 0x20];
  expect(picture(frame(3, a, blank, blank, blank, b + INVERTED, blank), 'character')).toBe('|a  |\n| b |\n  ^\n');
});

test('letters that would break the picture become the sign for unknown letters', () => {
  expect(picture(frame(4, 0x0a, UNKNOWN, 0x1b, 0xd800), 'character').split('\n')[0]).toBe('|\ufffd\ufffd\ufffd\ufffd|');
});

test('a drawable is painted on an empty place, in the font of the display', () => {
  expect(pictureOf(label('hi'), { width: 4, height: 1 }, 'character')).toBe('|hi  |\n');
  expect(pictureOf(label('l'), { width: 6, height: 8 }, 'pixel')).toBe(
    ['..##..', '...#..', '...#..', '...#..', '...#..', '...#..', '..###.', '......', ''].join('\n'),
  );
  expect(pictureOf(label('l'), { width: 6, height: 8 }, 'pixel', '5x7')).not.toBe(
    pictureOf(label('l'), { width: 6, height: 8 }, 'pixel', '6x8'),
  );
});

test('a place without cells is an empty picture', () => {
  expect(pictureOf(label('x'), { width: 0, height: 0 }, 'pixel')).toBe('');
});
