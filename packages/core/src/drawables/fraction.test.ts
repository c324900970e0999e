import { expect, test } from 'vitest';
import { amountOf, fractionOf } from './fraction.ts';

test.each([
  [12.5, 12.5],
  [7n, 7],
  [true, 1],
  [false, 0],
  ['7', undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
  [Number.NaN, undefined],
  [Number.NEGATIVE_INFINITY, undefined],
  [10n ** 400n, undefined],
])('the amount of %s is %s', (value, amount) => {
  expect(amountOf(value)).toBe(amount);
});

test.each([
  [25, 0, 100, 0.25],
  [-5, -10, 10, 0.25],
  [25, 100, 0, 0.75],
  [200, 0, 100, 1],
  [-1, 0, 100, 0],
  [0, 0, 0, 0],
  [5, 5, 5, 0],
  [1e308, -1e308, 1e308, 0],
  [undefined, 0, 1, undefined],
])('%s between %s and %s is the fraction %s', (value, min, max, fraction) => {
  expect(fractionOf(value, min, max)).toBe(fraction);
});
