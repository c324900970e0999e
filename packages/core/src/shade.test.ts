import { expect, test } from 'vitest';
import { blankFrame } from './frame.ts';
import { shadeOf } from './shade.ts';
import { surfaceOf } from './surface.ts';
import type { Drawable } from './types.ts';

const mono = (drawable: Drawable, width = 8, height = 4): readonly string[] => {
  const frame = blankFrame({ width, height });
  drawable(surfaceOf(frame, 'pixel', '4x6', 2));
  return Array.from({ length: height }, (_, y) =>
    Array.from(frame.cells.subarray(y * width, (y + 1) * width), (cell) => (cell === 0 ? '.' : '#')).join(''),
  );
};
const filled = (color: number) => mono((surface) => surface.fill({ x: 0, y: 0, width: 8, height: 4 }, color));

test('a mono panel shows areas by their brightness', () => {
  expect(filled(0x000000)).toEqual(['........', '........', '........', '........']);
  expect(filled(0x0000ff)).toEqual(['#...#...', '...#...#', '..#...#.', '.#...#..']);
  expect(filled(0xff0000)).toEqual(['#.#.#.#.', '.#.#.#.#', '#.#.#.#.', '.#.#.#.#']);
  expect(filled(0xffa500)).toEqual(['###.###.', '##.###.#', '#.###.##', '.###.###']);
  expect(filled(0xffffff)).toEqual(['########', '########', '########', '########']);
});

test('dots stay where they are when a place or an area moves', () => {
  const whole = filled(0x808080);
  const parts = mono((surface) => {
    surface.clip({ x: 3, y: 1, width: 5, height: 3 }).fill({ x: 0, y: 0, width: 5, height: 3 }, 0x808080);
    surface.fill({ x: 0, y: 0, width: 8, height: 1 }, 0x808080);
    surface.fill({ x: 0, y: 1, width: 3, height: 3 }, 0x808080);
  });
  expect(parts).toEqual(whole);
});

test('letters in any colour are ink, and cut out of a brighter ground', () => {
  const letters = (color: number, background?: number) =>
    mono((surface) => surface.text({ x: 0, y: 0 }, 'A', background === undefined ? { color } : { color, background }));
  const plain = letters(0xffffff);
  expect(plain.join('')).toContain('#');
  expect(letters(0x0000ff)).toEqual(plain);
  expect(letters(0xffffff, 0x0000ff)).toEqual(plain);
  expect(letters(0xff0000, 0xffffff)).toEqual(letters(0x000000, 0xffffff));
});

test('only black is no ink at all', () => {
  expect([0x000000, 0x000001, 0x000080, 0x808080, 0xc0c0c0, 0xffff00].map(shadeOf)).toEqual([0, 1, 1, 2, 3, 4]);
});
