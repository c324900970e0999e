import { expect, test } from 'vitest';
import { COLOR_NAMES, colorNamed } from './color-named.ts';

test.each([
  ['#ff8800', 0xff8800],
  ['#F80', 0xff8800],
  ['orange', 0xffa500],
  ['black', 0],
  ['ff8800', undefined],
  ['#ff88', undefined],
  ['#ff88000', undefined],
  ['Orange', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the colour of "%s" is %s', (text, color) => {
  expect(colorNamed(text)).toBe(color);
});

test('every name is a colour', () => {
  for (const name of COLOR_NAMES) expect(colorNamed(name)).toBeTypeOf('number');
});
