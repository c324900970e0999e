import { LcdError, type Readings } from '@lcdflow/core';
import { expect, test, vi } from 'vitest';
import { clockAt, contextOnFakeClock } from '../test/watch.ts';
import { period, poll } from './poll.ts';

/** Polls a counter of calls and notes when somebody got a new value. */
function counting(every: string, twice: boolean, read?: () => Readings) {
  const { context, logged } = contextOnFakeClock();
  let calls = 0;
  const readings = poll({ name: 'test', every, context, twice }, read ?? (() => ({ calls: ++calls })));
  const seen: number[] = [];
  const start = () => readings.subscribe(() => seen.push(Date.now()));
  return { start, seen, logged };
}

test.each([
  ['on a multiple', 1000, '1s', [1000, 1250, 2000, 3000, 4000]],
  ['when two ticks fall together', 1750, '1s', [1750, 2000, 3000, 4000]],
  ['when the next multiple is too near', 1900, '1s', [1900, 2250, 3000, 4000]],
  ['when the next multiple is near enough', 1870, '1s', [1870, 2000, 3000, 4000]],
  ['with a long interval', 3300, '1h', [3300, 3500]],
  ['with a short interval', 3400, '250ms', [3400, 3500, 3750, 4000]],
])('rates come soon, then at each multiple: %s', (_, start, every, times) => {
  clockAt(start);
  const polled = counting(every, true);
  polled.start();
  vi.advanceTimersByTime(4000 - start);
  expect(polled.seen).toEqual(times);
});

test('what is no rate comes at once, then at each multiple', () => {
  clockAt(1200);
  const polled = counting('1s', false);
  polled.start();
  vi.advanceTimersByTime(2800);
  expect(polled.seen).toEqual([1200, 2000, 3000, 4000]);
});

test('one who comes back gets a value at once, and no second one soon', () => {
  clockAt(1200);
  const polled = counting('1s', true);
  const first = polled.start();
  vi.advanceTimersByTime(300);
  first.unsubscribe();
  vi.advanceTimersByTime(5000);
  polled.start();
  vi.advanceTimersByTime(1000);
  expect(polled.seen).toEqual([1200, 1500, 6500, 7000]);
});

test('one who comes back in the same moment gets the same value', () => {
  clockAt(1000);
  const read = vi.fn(() => ({}));
  const polled = counting('1s', true, read);
  polled.start().unsubscribe();
  vi.advanceTimersByTime(50);
  polled.start();
  expect(polled.seen).toEqual([1000, 1050]);
  expect(read).toHaveBeenCalledTimes(1);
});

test('nobody there, nothing polled', () => {
  clockAt(1000);
  const polled = counting('1s', true);
  polled.start().unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
});

test('faults of the source are not hidden', () => {
  clockAt(1000);
  const { context } = contextOnFakeClock();
  const fault = poll({ name: 'test', every: '1s', context }, () => {
    throw new TypeError('x is not a function');
  });
  const failed = vi.fn();
  fault.subscribe({ error: failed });
  expect(failed).toHaveBeenCalledWith(expect.any(TypeError));
});

test('each new reason is told once, and that it is over', () => {
  clockAt(1000);
  let reason: string | undefined;
  const polled = counting('1s', false, () => {
    if (reason !== undefined) throw new LcdError('not-found', reason);
    return {};
  });
  polled.start();
  for (reason of ['gone', 'gone', 'locked', undefined, undefined, 'locked']) vi.advanceTimersByTime(1000);
  expect(polled.logged).toEqual(['warn test: gone', 'warn test: locked', 'info test: is back', 'warn test: locked']);
});

test('while there are no values nothing is repeated', () => {
  clockAt(1000);
  const polled = counting('1s', false, () => {
    throw new LcdError('not-found', 'gone');
  });
  polled.start();
  vi.advanceTimersByTime(3000);
  expect(polled.seen).toEqual([1000]);
});

test('an interval is at least 50 ms', () => {
  expect(['0s', '10ms', '2s', '1.5m'].map(period)).toEqual([50, 50, 2000, 90_000]);
});
