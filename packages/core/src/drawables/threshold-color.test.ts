import { expect, test } from 'vitest';
import { thresholdColor } from './threshold-color.ts';

const COLORS = [
  { from: 80, color: 'red' },
  { from: 60, color: 'yellow' },
];

test.each([
  [59.9, 0x00ff00],
  [60, 0xffff00],
  [79, 0xffff00],
  [80, 0xff0000],
  [1e30, 0xff0000],
  [90n, 0xff0000],
  [-5, 0x00ff00],
  [undefined, 0x00ff00],
  [Number.NaN, 0x00ff00],
  ['90', 0x00ff00],
])('%s has the colour of the largest limit it reaches', (value, color) => {
  expect(thresholdColor(value, 'lime', COLORS)).toBe(color);
});

test('without limits it is the plain colour, and an unknown one is white', () => {
  expect(thresholdColor(90, 'lime')).toBe(0x00ff00);
  expect(thresholdColor(90, 'no colour', [{ from: 0, color: 'nor this' }])).toBe(0xffffff);
});

test('of equal limits the last one counts', () => {
  expect(thresholdColor(1, 'lime', [...COLORS, { from: 1, color: 'blue' }, { from: 1, color: 'red' }])).toBe(0xff0000);
});
