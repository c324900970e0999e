import { expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { elapse } from './elapse.ts';

test.each([0, 5, 2 ** 31 - 1, 2 ** 31, 90 * 86_400_000])('%i ms', (ms) => {
  expect(ms).toBeGreaterThanOrEqual(0);
  virtual(({ expectObservable }) => expectObservable(elapse(ms)).toBe(`${ms}ms (a|)`, { a: 0 }));
});
