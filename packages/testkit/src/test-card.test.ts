import { expect, test } from 'vitest';
import { matchesGolden, picture, testCard } from './index.ts';

test.each([
  ['20x2', 20, 2, 'character'],
  ['16x4', 16, 4, 'character'],
  ['40x16', 40, 16, 'pixel'],
  ['128x32', 128, 32, 'pixel'],
] as const)('the test card on %s', (name, width, height, cell) => {
  const file = new URL(`../test/golden/test-card-${name}.txt`, import.meta.url);
  matchesGolden(file, picture(testCard({ width, height }, cell), cell));
});

test.each(['pixel', 'character'] as const)('however small, it is a frame of %s cells', (cell) => {
  for (const [width, height] of [
    [0, 0],
    [1, 1],
    [1, 9],
    [9, 1],
  ] as const)
    expect(testCard({ width, height }, cell).cells).toHaveLength(width * height);
});

test('every cell of a character panel is a letter of ASCII', () => {
  expect(testCard({ width: 40, height: 4 }, 'character').cells.every((cell) => cell >= 0x20 && cell < 0x7f)).toBe(true);
});
