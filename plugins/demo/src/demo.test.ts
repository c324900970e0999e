import type { Source } from '@lcdflow/core';
import * as fc from 'fast-check';
import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { counted } from './counter.ts';
import demo from './index.ts';
import { chance } from './random.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What a source gives at these times, with its defaults beside these options. */
function values(name: string, options: object, times: readonly number[]): unknown[] {
  const source: Source = demo.sources!.find((one) => one.name === name)!;
  const defaults = Object.entries(source.options.properties).map(([key, option]) => [key, option.default]);
  const given: unknown[] = [];
  const all = { ...Object.fromEntries(defaults), ...options };
  source.read(all as never, { ticks: () => of(...times), log }).subscribe(({ value }) => given.push(value));
  expect(source.describeFor!(all as never)).toMatchObject({ value: { range: [all.min, all.max] } });
  return given;
}

const seconds = (...times: number[]): number[] => times.map((time) => time * 1000);

test.each([
  [{}, seconds(7, 8, 9.5, 10), [0, 1, 2, 3]],
  [{ min: 1, max: 3 }, seconds(0, 1, 2, 3, 4), [1, 2, 3, 1, 2]],
  [{ min: 1, max: 6, step: 2 }, seconds(0, 1, 2, 3), [1, 3, 5, 1]],
  [{ min: 1, max: 3, step: -1 }, seconds(0, 1, 2, 3), [3, 2, 1, 3]],
  [{ every: '2s' }, seconds(0, 1, 2, 4), [0, 0, 1, 2]],
  [{ step: 0 }, seconds(0, 1), [0, 0]],
  [{ min: 3, max: 1 }, seconds(0, 1), [3, 3]],
  [{}, seconds(100, 99), [0, 100]],
])('counter %j', (options, times, expected) => {
  expect(values('counter', options, times)).toEqual(expected);
});

test.each([
  ['sine', [0, 50, 100, 50, 0]],
  ['triangle', [0, 50, 100, 50, 0]],
  ['saw', [0, 25, 50, 75, 0]],
  ['square', [0, 0, 100, 100, 0]],
])('wave: %s', (shape, expected) => {
  const given = values('wave', { shape, period: '4s' }, seconds(0, 1, 2, 3, 4));
  expect(given.map((value) => Math.round(value as number))).toEqual(expected);
});

test('random numbers follow from the time and the seed', () => {
  const [now, later] = [values('random', {}, [1_000]), values('random', {}, [1_500, 2_000])];
  expect(values('random', {}, [1_000])).toEqual(now);
  expect(later[0]).toBe(now[0]);
  expect(later[1]).not.toBe(now[0]);
  expect(values('random', { seed: 1 }, [1_000])).not.toEqual(now);
});

test('dice are fair', () => {
  const thrown = values('random', { min: 1, max: 6, whole: true }, seconds(...Array(6_000).keys()));
  const times = [1, 2, 3, 4, 5, 6].map((face) => thrown.filter((value) => value === face).length);
  expect(times.reduce((a, b) => a + b)).toBe(6_000);
  for (const count of times) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test('everything stays in its range', () => {
  const span = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }));
  fc.assert(
    fc.property(span, fc.double({ noNaN: true, min: -1e3, max: 1e3 }), fc.maxSafeNat(), ([min, size], step, time) => {
      const range = { min, max: min + size };
      const value = counted(time, { ...range, step });
      for (const one of [value, ...values('wave', range, [time]), ...values('random', range, [time])]) {
        expect(one).toBeGreaterThanOrEqual(min);
        expect(one).toBeLessThanOrEqual(range.max);
      }
      const share = chance(step, time);
      expect(share >= 0 && share < 1).toBe(true);
    }),
  );
});
