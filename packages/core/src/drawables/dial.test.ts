import { pictureOf } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillHand, fillRing } from './dial.ts';

const ring = (size: number, thickness: number, from = 0, to = 1): readonly string[] =>
  pictureOf(
    (surface) => fillRing(surface, { middle: { x: size, y: size }, diameter: size }, thickness, { from, to }, 0xffffff),
    { width: size, height: size },
    'pixel',
  )
    .trim()
    .split('\n');
const mirrored = (rows: readonly string[]): readonly string[] => rows.map((row) => [...row].reverse().join(''));

test('a ring, all of it and its first quarter', () => {
  expect(ring(9, 2)).toEqual([
    '..#####..',
    '.#######.',
    '###...###',
    '##.....##',
    '##.....##',
    '##.....##',
    '###...###',
    '.#######.',
    '..#####..',
  ]);
  expect(ring(8, 2, 0, 0.25)).toEqual([
    '....##..',
    '....###.',
    '.....###',
    '......##',
    '........',
    '........',
    '........',
    '........',
  ]);
});

test('more than half of a ring', () => {
  expect(ring(8, 2, 0, 0.75)).toEqual([
    '....##..',
    '....###.',
    '.....###',
    '......##',
    '##....##',
    '###..###',
    '.######.',
    '..####..',
  ]);
});

test('a ring is the same from all sides, at any size', () => {
  const sizes = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(sizes, sizes, (size, thickness) => {
      const rows = ring(size, thickness);
      expect(mirrored(rows)).toEqual(rows);
      expect([...rows].reverse()).toEqual(rows);
      expect(rows[0]!.split('').map((_, x) => rows.map((row) => row[x]).join(''))).toEqual(rows);
    }),
  );
});

test('two sectors make a ring without a seam', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (size, at) => {
      const [first, rest, all] = [ring(size, 4, 0, at), ring(size, 4, at, 1), ring(size, 4)];
      for (const [y, row] of all.entries())
        for (const [x, dot] of [...row].entries())
          expect([first[y]![x], rest[y]![x]].filter((one) => one === '#').length).toBe(dot === '#' ? 1 : 0);
    }),
  );
});

test('hands to both sides are the same', () => {
  const hand = (turns: number) =>
    pictureOf(
      (surface) =>
        fillHand(surface, { middle: { x: 13, y: 13 }, diameter: 13 }, { turns, from: 0, to: 6, width: 1.5 }, 0xffffff),
      { width: 13, height: 13 },
      'pixel',
    )
      .trim()
      .split('\n');
  expect(hand(0).slice(0, 2)).toEqual(['......#......', '......#......']);
  for (const turns of [0, 0.05, 0.1, 0.125, 0.3]) expect(mirrored(hand(turns))).toEqual(hand(-turns));
});
