import { array, assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf } from './first.ts';

test('is what sorting all and taking the first would give, equals in their order', () => {
  const compare = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
  assert(
    property(array(record({ rank: integer({ min: 0, max: 5 }) })), integer({ min: 1, max: 8 }), (all, count) => {
      const first = firstOf(all, count, compare);
      const sorted = all.toSorted(compare).slice(0, count);
      expect(first.map((one) => all.indexOf(one))).toEqual(sorted.map((one) => all.indexOf(one)));
    }),
  );
});
