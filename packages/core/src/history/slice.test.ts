import { expect, test } from 'vitest';
import { sliceOf } from './slice.ts';

test.each([
  [300_000, 256, 1_200],
  [300_000, 20, 15_000],
  [60_000, 128, 500],
  [1_000, 256, 100],
  [0, 256, 100],
  [86_400_000, 256, 338_000],
  [1e15, 1, 86_400_000],
  [undefined, 100, 3_000],
])('%s ms in %s columns are %s ms for each', (span, columns, slice) => {
  expect(sliceOf(span, columns)).toBe(slice);
});
