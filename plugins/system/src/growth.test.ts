import { assert, dictionary, double, integer, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { growthSinceLast, isCount, perSecond, sumOfKnown } from './growth.ts';

const sample = (bytes: number, name = 'eth0') => new Map([[name, { bytes }]]);

test('tells nothing the first time', () => {
  expect(growthSinceLast()(1000, sample(5))).toEqual({ seconds: undefined, grown: new Map() });
});

test('tells growth and time since the last sample', () => {
  const grow = growthSinceLast();
  grow(1000, sample(5));
  expect(grow(3500, sample(25))).toEqual({ seconds: 2.5, grown: sample(20) });
  expect(grow(3600, sample(26))).toEqual({ seconds: 0.1, grown: sample(1) });
});

test.each([0, -5000])('has no time when the clock moved by %d ms', (moved) => {
  const grow = growthSinceLast();
  grow(10_000, sample(5));
  expect(grow(10_000 + moved, sample(6)).seconds).toBeUndefined();
  expect(grow(11_000 + moved, sample(8))).toEqual({ seconds: 1, grown: sample(2) });
});

test('any samples, any clock: growth is never negative, time always positive', () => {
  const counters = dictionary(integer({ min: 0, max: 3 }).map(String), record({ bytes: double({ min: 0 }) }));
  assert(
    property(tuple(integer(), counters), tuple(integer(), counters), ([then, old], [now, young]) => {
      const grow = growthSinceLast<'bytes'>();
      grow(then, new Map(Object.entries(old)));
      const { seconds, grown } = grow(now, new Map(Object.entries(young)));
      expect(seconds ?? 1).toBeGreaterThan(0);
      for (const [name, { bytes }] of grown) {
        expect(bytes ?? 0).toBeGreaterThanOrEqual(0);
        expect(Object.keys(old)).toContain(name);
      }
    }),
  );
});

test('a counter is a number from 0', () => {
  expect([0, 7, -1, Number.NaN, Number.POSITIVE_INFINITY].map(isCount)).toEqual([true, true, false, false, false]);
});

test('sums what is known', () => {
  expect(sumOfKnown([1, undefined, 2])).toBe(3);
  expect(sumOfKnown([undefined])).toBeUndefined();
  expect(sumOfKnown([])).toBeUndefined();
  expect(perSecond(10, 4)).toBe(2.5);
  expect(perSecond(undefined, 4)).toBeUndefined();
  expect(perSecond(10, undefined)).toBeUndefined();
});
