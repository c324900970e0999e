import { expect, test } from 'vitest';
import { lettersOf, pixels, whole } from '../test/pictures.ts';
import { halfBlocks } from './half-blocks.ts';

const FACE = pixels([
  '..####..', //
  '.#....#.',
  '#.#..#.#',
  '#......#',
  '#.####.#',
  '.#....#.',
  '..####..',
]);

test('two pixels stand in one terminal cell, and one run is enough for two colours', () => {
  const rows = halfBlocks(FACE, { x: 0, y: 0, width: 8, height: 6 });
  expect(lettersOf(rows)).toEqual([
    ' ▄▀▀▀▀▄ ', //
    '█ ▀  ▀ █',
    '▀▄▀▀▀▀▄▀',
  ]);
  for (const { runs } of rows) expect(runs).toMatchObject([{ ink: 0xffffff, paper: 0 }]);
});

test('below an odd height the terminal’s own paper shows', () => {
  expect(halfBlocks(FACE, { x: 1, y: 6, width: 3, height: 1 })).toEqual([
    {
      row: 3,
      column: 1,
      runs: [
        { text: '▀', ink: 0 },
        { text: '▀▀', ink: 0xffffff },
      ],
    },
  ]);
});

test('an area gives the terminal cells it touches and no others', () => {
  const rows = halfBlocks(FACE, { x: 2, y: 1, width: 4, height: 2 });
  expect(rows.map(({ row, column }) => [row, column])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(lettersOf(rows)).toEqual(['▀▀▀▀', '▀  ▀']);
  expect(halfBlocks(FACE, { x: 2, y: 1, width: 0, height: 2 })).toEqual([]);
});

test('any number of colours is exact', () => {
  const frame = pixels(['rrb', 'rgg'], { r: 0xff0000, g: 0x00ff00, b: 0x0000ff });
  expect(halfBlocks(frame, whole(frame))[0]!.runs).toEqual([
    { text: ' ▄', ink: 0x00ff00, paper: 0xff0000 },
    { text: '▄', ink: 0x00ff00, paper: 0x0000ff },
  ]);
});
