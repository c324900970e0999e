import { drawnLetter } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { characters, whole } from '../test/pictures.ts';
import { letters } from './letters.ts';

test('letters stay as they are, inverted ones are reverse video', () => {
  const frame = characters(['CPU 42%', '▁▂▃▄▅▆▇'], [1]);
  expect(letters(frame, whole(frame))).toEqual([
    { row: 0, column: 0, runs: [{ text: 'CPU 42%' }] },
    { row: 1, column: 0, runs: [{ text: '▁▂▃▄▅▆▇', inverted: true }] },
  ]);
  expect(letters(frame, { x: 4, y: 0, width: 2, height: 1 })).toEqual([{ row: 0, column: 4, runs: [{ text: '42' }] }]);
});

test('a letter that a widget has drawn is a square', () => {
  const frame = characters([`a${drawnLetter([1, 2, 3])}b`]);
  expect(letters(frame, whole(frame))[0]!.runs).toEqual([{ text: 'a■b' }]);
});

test('what a terminal would obey or show two cells wide is replaced', () => {
  const frame = characters(['a\x1b[2Jb漢😀c']);
  expect(letters(frame, whole(frame))[0]!.runs).toEqual([{ text: 'a [2Jb��c' }]);
});
