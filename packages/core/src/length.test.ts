import { expect, test } from 'vitest';
import { cellsAlong, lengthOf } from './length.ts';

const letters = { letter: { width: 1, height: 1 }, cell: 'character' } as const;
const pixels = { letter: { width: 6, height: 8 }, cell: 'pixel' } as const;
const along = (panel: typeof letters | typeof pixels, room: number, ...texts: string[]): readonly number[] =>
  cellsAlong(
    texts.map((text) => lengthOf(text)!),
    'width',
    room,
    room + 10,
    panel,
  );

test('lengths are letters, pixels, a share of the whole, or of what the others leave', () => {
  expect(along(pixels, 90, '2ch', '7px', '10%', '1fr', '2fr')).toEqual([12, 7, 10, 20, 41]);
  expect(along(letters, 20, '5ch', '7px', '1fr')).toEqual([5, 2, 13]);
});

test('shares of the whole never need more than it has, and never leave a cell', () => {
  const shares = (whole: number, ...texts: string[]) =>
    cellsAlong(
      texts.map((text) => lengthOf(text)!),
      'width',
      whole,
      whole,
      letters,
    );
  expect(shares(21, '50%', '50%')).toEqual([11, 10]);
  expect(shares(6, '25%', '25%', '25%', '25%')).toEqual([2, 1, 2, 1]);
  expect(shares(20, '33.3%', '1ch', '33.3%', '1fr')).toEqual([7, 1, 6, 6]);
});

test('what needs more than the room leaves nothing to share', () => {
  expect(along(letters, 8, '9ch', '1fr')).toEqual([9, 0]);
});

test.each(['0ch', '-1px', '5', 'wide', '100001px', '1e3ch'])('%s is no length', (text) => {
  expect(lengthOf(text)).toBeUndefined();
});
