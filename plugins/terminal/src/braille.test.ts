import { expect, test } from 'vitest';
import { lettersOf, pixels, whole } from '../test/pictures.ts';
import { braille } from './braille.ts';

test('eight pixels stand in one terminal cell, dots are ink', () => {
  const frame = pixels([
    '#.......##', //
    '.#......##',
    '#.......##',
    '.#.#....##',
  ]);
  expect(braille(frame, whole(frame))).toEqual([
    { row: 0, column: 0, runs: [{ text: '⢕⢀  ⣿', ink: 0xffffff, paper: 0 }] },
  ]);
});

test('where most is light the dots are the dark pixels', () => {
  const frame = pixels([
    '####.#', //
    '####.#',
    '####.#',
    '####.#',
  ]);
  expect(braille(frame, whole(frame))).toEqual([
    { row: 0, column: 0, runs: [{ text: '  ⡇', ink: 0, paper: 0xffffff }] },
  ]);
});

test('of many colours a terminal cell keeps its two main ones, the others go to the nearer', () => {
  const frame = pixels(['....rr', '....rr', '....rd', '....bb'], { r: 0xff0000, d: 0xcc0000, b: 0x000010 });
  expect(braille(frame, whole(frame))).toEqual([
    {
      row: 0,
      column: 0,
      runs: [
        { text: '  ', paper: 0 },
        { text: '⣀', ink: 0x000010, paper: 0xff0000 },
      ],
    },
  ]);
});

test('a third colour near the ink is a dot', () => {
  const frame = pixels(['....#g', '....#.', '....#.', '....#.'], { g: 0xcccccc });
  expect(lettersOf(braille(frame, whole(frame)))).toEqual(['  ⡏']);
});

test('pixels beyond the edge have no dots', () => {
  const frame = pixels(['###', '###', '###', '###', '..#']);
  expect(lettersOf(braille(frame, whole(frame)))).toEqual(['  ', ' ⠁']);
  const odd = pixels(['.##.#']);
  expect(lettersOf(braille(odd, whole(odd)))).toEqual(['⠁⠈ ']);
});
