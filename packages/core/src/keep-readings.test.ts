import { concat, NEVER, of, Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { clock } from './clock.ts';
import { type Attempt, keepReadings } from './keep-readings.ts';
import type { Logger } from './types.ts';

/** A source that is told what it measures, at 1000 ms. */
function kept(keep?: string) {
  vi.useFakeTimers({ now: 1000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const log = { info: write, warn: write } as unknown as Logger;
  const attempts = new Subject<Attempt>();
  const readings = attempts.pipe(keepReadings({ name: 'test', keep, context: { ticks: clock(), log } }));
  const seen: unknown[] = [];
  const watch = () => {
    const subscription = readings.subscribe((value) => seen.push(value));
    onTestFinished(() => subscription.unsubscribe());
    return subscription;
  };
  const measures = (attempt: Attempt) => attempts.next(attempt);
  return { watch, measures, seen, logged, pass: (ms: number) => vi.advanceTimersByTime(ms) };
}

const GONE = { updated: undefined, stale: true };

test('says when the values came, and tells once that they are gone and back', () => {
  const { watch, measures, seen, logged, pass } = kept();
  watch();
  measures({ readings: { a: 1 } });
  pass(5000);
  for (const problem of ['gone', 'gone', 'locked']) measures({ problem });
  measures({ readings: { a: 2 } });
  expect(seen).toEqual([
    { a: 1, updated: 1000, stale: false },
    GONE,
    GONE,
    GONE,
    { a: 2, updated: 6000, stale: false },
  ]);
  expect(logged).toEqual(['test: gone', 'test: locked', 'test: is back']);
});

test('what is there with a problem is shown', () => {
  const { watch, measures, seen } = kept();
  watch();
  measures({ readings: { a: 1 }, problem: 'there is no b' });
  expect(seen).toEqual([{ a: 1, ...GONE }]);
});

test('keeps the last values as stale while measuring fails, for as long as told', () => {
  const { watch, measures, seen, logged, pass } = kept('10s');
  watch();
  measures({ readings: { a: 1, b: 1 } });
  pass(4000);
  measures({ problem: 'gone', readings: { b: 2 } });
  pass(5999);
  expect(seen.slice(1)).toEqual([{ a: 1, b: 2, updated: 1000, stale: true }]);
  pass(1);
  measures({ problem: 'gone' });
  expect(seen.slice(2)).toEqual([
    { updated: 1000, stale: true },
    { updated: 1000, stale: true },
  ]);
  expect(logged).toEqual(['test: gone']);
});

test('silence ends values, too', () => {
  const { watch, measures, seen, logged, pass } = kept('10s');
  watch();
  measures({ readings: { a: 1 } });
  pass(9000);
  measures({ readings: { a: 2 } });
  pass(9999);
  expect(seen.at(-1)).toEqual({ a: 2, updated: 10_000, stale: false });
  pass(1);
  expect(seen.at(-1)).toEqual({ updated: 10_000, stale: true });
  measures({ readings: { a: 3 } });
  expect(logged).toEqual(['test: nothing new for 10s', 'test: is back']);
  expect(vi.getTimerCount()).toBe(1);
});

test('who comes back sees what is still known', () => {
  const { watch, measures, seen, pass } = kept('10s');
  watch().unsubscribe();
  const first = watch();
  measures({ readings: { a: 1 } });
  first.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
  pass(4000);
  watch();
  expect(seen.slice(1)).toEqual([{ a: 1, updated: 1000, stale: false }]);
  pass(6000);
  expect(seen.slice(2)).toEqual([{ updated: 1000, stale: true }]);
});

test('a clock that is set back does not make values live for ever', () => {
  const { watch, measures, seen, pass } = kept('10s');
  const first = watch();
  pass(60_000);
  measures({ readings: { a: 1 } });
  first.unsubscribe();
  vi.setSystemTime(1000);
  watch();
  pass(10_000);
  expect(seen.at(-1)).toEqual({ updated: 61_000, stale: true });
});

test('ends and errors go through', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ cold, expectObservable }) => {
    const context = { ticks: () => concat(of(7), NEVER), log: {} as Logger };
    const keeping = { name: 'test', context };
    const r = { a: 1, updated: 7, stale: false };
    expectObservable(cold('--a--|', { a: { readings: { a: 1 } } }).pipe(keepReadings(keeping))).toBe('--r--|', { r });
    expectObservable(cold<Attempt>('--#').pipe(keepReadings(keeping))).toBe('--#');
  });
});
