import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNumber } from './short-number.ts';

test.each([
  [0, '0'],
  [-0.001, '0'],
  [0.068, '0.07'],
  [0.949, '0.95'],
  [2.34, '2.3'],
  [37.3, '37'],
  [-273.15, '-273'],
  [999.4, '999'],
  [999.6, '1k'],
  [1234, '1.2k'],
  [12_500_000, '13M'],
  [-340_000_000, '-340M'],
  [5e17, '500P'],
  [1e30, '1e30'],
  [-1e308, '-1e308'],
  [undefined, '-'],
  [Number.NaN, '-'],
  [Number.POSITIVE_INFINITY, '-'],
])('%s is %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test('six letters are enough for any number', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(shortNumber(value).length).toBeLessThanOrEqual(6);
    }),
  );
});
