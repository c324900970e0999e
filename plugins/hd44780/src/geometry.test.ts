import { describe, expect, test } from 'vitest';
import { Chip } from './emulator/chip.ts';
import { chipsOf, GLASS_SIZES, Glass } from './emulator/glass.ts';
import { cursorAfter, GEOMETRIES, piecesOf, SIZES } from './geometry.ts';

const of = (size: string) => GEOMETRIES[size]!;
const pieces = (size: string, x: number, y: number, count: number): readonly string[] =>
  piecesOf(of(size), { x, y }, count).map(
    ({ controller, address, from, count: letters }) =>
      `${controller}:${address.toString(16).padStart(2, '0')} letters ${from}-${from + letters - 1}`,
  );

test.each([
  ['8x1', 3, 0, 2, ['0:03 letters 0-1']],
  ['16x1', 0, 0, 16, ['0:00 letters 0-7', '0:40 letters 8-15']],
  ['16x1', 9, 0, 2, ['0:41 letters 0-1']],
  ['16x1', 7, 0, 2, ['0:07 letters 0-0', '0:40 letters 1-1']],
  ['16x1-whole', 7, 0, 2, ['0:07 letters 0-1']],
  ['16x2', 5, 1, 3, ['0:45 letters 0-2']],
  ['40x2', 39, 1, 1, ['0:67 letters 0-0']],
  ['16x4', 1, 2, 4, ['0:11 letters 0-3']],
  ['16x4', 1, 3, 4, ['0:51 letters 0-3']],
  ['20x4', 0, 2, 20, ['0:14 letters 0-19']],
  ['20x4', 19, 3, 1, ['0:67 letters 0-0']],
  ['27x4', 26, 1, 1, ['0:5a letters 0-0']],
  ['27x4', 2, 2, 1, ['1:02 letters 0-0']],
  ['40x4', 0, 3, 40, ['1:40 letters 0-39']],
])('%s: from %i,%i on %i letters', (size, x, y, count, expected) => {
  expect(pieces(size, x, y, count)).toEqual(expected);
});

test.each([
  ['20x4', 4, 0, '5,0'],
  ['20x4', 19, 0, '0,2'],
  ['20x4', 19, 1, '0,3'],
  ['20x4', 19, 2, '0,1'],
  ['20x4', 19, 3, '0,0'],
  ['16x4', 15, 0, '0,2'],
  ['16x4', 15, 2, 'nowhere'],
  ['16x2', 15, 0, 'nowhere'],
  ['40x2', 39, 0, '0,1'],
  ['40x2', 39, 1, '0,0'],
  ['40x4', 39, 2, '0,3'],
  ['40x4', 39, 3, '0,2'],
  ['16x1', 7, 0, 'nowhere'],
  ['16x1', 8, 0, '9,0'],
  ['8x1', 7, 0, 'nowhere'],
])('%s: after the letter at %i,%i the cursor is at %s', (size, x, y, expected) => {
  const after = cursorAfter(of(size), { x, y });
  expect(after ? `${after.x},${after.y}` : 'nowhere').toBe(expected);
});

describe.each(SIZES)('%s', (size) => {
  const { width, height, lines, controllers } = of(size);
  const points = Array.from({ length: width * height }, (_, index) => ({
    x: index % width,
    y: Math.floor(index / width),
  }));

  test('every letter has an address of its own', () => {
    const places = points.flatMap(({ x, y }) => pieces(size, x, y, 1));
    expect(new Set(places).size).toBe(width * height);
  });

  test('the chip has its letters and its cursor where the geometry says', () => {
    const chips = Array.from({ length: chipsOf(size) }, () => new Chip());
    expect(chips).toHaveLength(controllers);
    for (const chip of chips) for (const byte of [lines === 2 ? 0x38 : 0x30, 0x0c, 0x06]) chip.instruction(byte, 0);
    const glass = new Glass(size, chips);
    points.forEach((at, index) => {
      const [piece] = piecesOf(of(size), at, 1);
      const chip = chips[piece!.controller]!;
      chip.instruction(0x80 | piece!.address, 0);
      chip.data(0x41, 0);
      expect(glass.letters().cells[index]).toBe(0x41);
      const after = cursorAfter(of(size), at);
      const next = after && piecesOf(of(size), after, 1)[0]!.address;
      if (next !== undefined) expect(chip.cursor).toBe(next);
      else expect(points.map((point) => piecesOf(of(size), point, 1)[0]!.address)).not.toContain(chip.cursor);
    });
  });
});

test('the emulated glasses have the same sizes', () => {
  expect(GLASS_SIZES).toEqual(SIZES);
});
