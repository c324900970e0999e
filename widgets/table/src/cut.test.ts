import { lettersIn } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { cut } from './cut.ts';

const fixed = { letter: { width: 6, height: 8 }, widthOf: (text: string) => 6 * lettersIn(text) };
const narrow = /[il…. ]/;
/** A font whose i is half as wide as its m. */
const proportional = {
  letter: { width: 3, height: 8 },
  widthOf: (text: string) => [...text].reduce((sum, letter) => sum + (narrow.test(letter) ? 3 : 6), 0),
};

test.each([
  ['abcdef', 36, 'abcdef'],
  ['abcdef', 35, 'abcd…'],
  ['ab cdef', 24, 'ab…'],
  ['日本語', 30, '日本…'],
  ['日本語', 24, '日…'],
  ['سلام', 18, 'سلام'],
  ['سلام', 17, 'ﺳ…'],
  ['abc', 11, 'a'],
  ['abc', 5, ''],
])('%j in %d pixels is %j', (text, width, shown) => expect(cut(text, width, fixed)).toBe(shown));

test.each([
  ['mmmmmm', 36, 'mmmmmm'],
  ['mmmmmm', 35, 'mmmmm…'],
  ['mmmmmm', 32, 'mmmm…'],
  ['iiiiiiiiim', 33, 'iiiiiiiiim'],
  ['iiiiiiiiiim', 33, 'iiiiiiiiii…'],
  ['mm', 8, 'm'],
])('in a font of different widths %j in %d pixels is %j', (text, width, shown) =>
  expect(cut(text, width, proportional)).toBe(shown),
);
