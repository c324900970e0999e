import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import { label, textFits } from './label.ts';

const letters = (text: string, options: Parameters<typeof label>[1], width = 10, height = 1): string =>
  pictureOf(label(text, options), { width, height }, 'character');

test.each([
  ['left', '|CPU       |\n'],
  ['center', '|   CPU    |\n'],
  ['right', '|       CPU|\n'],
] as const)('a line can stand %s', (align, expected) => {
  expect(letters('CPU', { align })).toBe(expected);
});

test.each([
  ['top', '|a  |\n|bc |\n|   |\n|   |\n|   |\n'],
  ['middle', '|   |\n|a  |\n|bc |\n|   |\n|   |\n'],
  ['bottom', '|   |\n|   |\n|   |\n|a  |\n|bc |\n'],
] as const)('two lines can stand at the %s', (vertical, expected) => {
  expect(letters('a\nbc', { vertical }, 3, 5)).toBe(expected);
});

test.each(['left', 'center', 'right'] as const)('of a line that is too long the beginning shows (%s)', (align) => {
  expect(letters('temperature', { align }, 4)).toBe('|temp|\n');
});

test('a line that is too long begins at the edge, also where the place ends within a letter', () => {
  const size = { width: 15, height: 8 };
  const right = pictureOf(label('CPU', { align: 'right' }), size, 'pixel');
  expect(right).toBe(pictureOf(label('CPU'), size, 'pixel'));
});

test('of too many lines the first ones show', () => {
  expect(letters('a\nb\nc', { vertical: 'bottom' }, 1, 2)).toBe('|a|\n|b|\n');
});

test.each([
  [0, '|temp|\n'],
  [3, '|pera|\n'],
  [9, '|re  |\n'],
  [12, '|  te|\n'],
  [14, '|temp|\n'],
  [-1, '| tem|\n'],
  [2.9, '|mper|\n'],
  [Number.NaN, '|temp|\n'],
])('a long line that has moved %f letters goes round with a gap', (offset, expected) => {
  expect(letters('temperature', { offset }, 4)).toBe(expected);
});

test('a line that fits does not move', () => {
  expect(letters('temp', { offset: 2 }, 4)).toBe('|temp|\n');
});

test('an inverted label inks its whole place', () => {
  expect(letters('ab', { inverted: true, align: 'right' }, 3, 2)).toBe('| ab|\n ^^^\n|   |\n ^^^\n');
  expect(pictureOf(label('l', { inverted: true }), { width: 7, height: 9 }, 'pixel')).toBe(
    [
      '##..###', //
      '###.###',
      '###.###',
      '###.###',
      '###.###',
      '###.###',
      '##...##',
      '#######',
      '#######',
      '',
    ].join('\n'),
  );
});

test('a background colours the whole place and leaves the letters readable', () => {
  const picture = pictureOf(label('l', { background: 0xffffff, color: 0 }), { width: 7, height: 9 }, 'pixel');
  expect(picture).toBe(pictureOf(label('l', { inverted: true }), { width: 7, height: 9 }, 'pixel'));
});

test('the fitting font is the largest in which all lines fit', () => {
  const size = { width: 64, height: 32 };
  const fit = (text: string): string => pictureOf(label(text, { font: 'fit' }), size, 'pixel');
  const named = (text: string, font: string): string => pictureOf(label(text, { font }), size, 'pixel');
  expect(fit('12:4')).toBe(named('12:4', '16x32'));
  expect(fit('1\n2')).toBe(named('1\n2', '8x16'));
  expect(fit('1\n1234567890')).toBe(named('1\n1234567890', '6x13'));
});

test('a label knows whether it fits', () => {
  const place = (width: number) => surfaceOf(blankFrame({ width, height: 16 }), 'pixel', '6x8');
  expect(textFits('abcd', place(24))).toBe(true);
  expect(textFits('abcd', place(23))).toBe(false);
  expect(textFits('abcd', place(23), 'fit')).toBe(true);
  expect(textFits('a\nabcd', place(23))).toBe(false);
});

test('signs that move a cursor are shown as blanks', () => {
  expect(letters('a\u001bb\tc\r\nd', {}, 6, 2)).toBe('|a b c |\n|d     |\n');
});
