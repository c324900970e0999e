import { blankFrame, type EmulatedDevice } from '@lcdflow/core';
import { expand, take } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emulate } from './emulate.ts';

const silent = (): EmulatedDevice => ({
  receive: ([, busy = 0]) => ({ busy }),
  press: () => [],
  glass: () => blankFrame({ width: 1, height: 1 }),
  controls: () => ({}),
});

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_003 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The clock goes on by `ms`, but no timer fires: the program was busy. */
const hang = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms);
};

/** Submits packets with these busy times and returns their places as they complete. */
function submitted(...busy: number[]) {
  const panel = emulate({ interval: 8, powerUp: silent });
  const done: number[] = [];
  busy.forEach((time, place) => {
    panel.transport.submit(Uint8Array.of(0, time)).subscribe(() => done.push(place));
  });
  return { ...panel, done };
}

test('a late timer completes all whose intervals have passed, and the next goes in time', () => {
  const { done } = submitted(0, 0, 0, 0);
  hang(17);
  vi.advanceTimersByTime(8);
  expect(done).toEqual([0, 1, 2]);
  vi.advanceTimersByTime(6);
  expect(done).toEqual([0, 1, 2]);
  vi.advanceTimersByTime(1);
  expect(done).toEqual([0, 1, 2, 3]);
});

test('a late timer minds busy times by the grid', () => {
  const { done } = submitted(20, 0);
  hang(16);
  vi.advanceTimersByTime(8);
  expect(done).toEqual([0]);
  vi.advanceTimersByTime(8);
  expect(done).toEqual([0, 1]);
});

test('what is submitted late gets no interval of the past', () => {
  const { transport } = emulate({ interval: 8, powerUp: silent });
  const done: number[] = [];
  const packet = Uint8Array.of(0);
  const start = Date.now();
  transport
    .submit(packet)
    .pipe(
      expand(() => transport.submit(packet)),
      take(3),
    )
    .subscribe(() => done.push(Date.now() - start));
  hang(29);
  vi.advanceTimersByTime(8);
  vi.advanceTimersByTime(11);
  expect(done).toEqual([37, 40, 48]);
});

test('one timer serves all who wait', () => {
  submitted(0, 0, 0);
  expect(vi.getTimerCount()).toBe(1);
});

test('the last to go leaves no timer behind, and neither does who gives up', () => {
  const { transport } = submitted(0);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(8);
  expect(vi.getTimerCount()).toBe(0);
  const waiting = transport.submit(Uint8Array.of(0)).subscribe();
  expect(vi.getTimerCount()).toBe(1);
  waiting.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
});
