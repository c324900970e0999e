import { TestScheduler } from 'rxjs/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { stopped, stops } from './stop.ts';

/** Runs a test in virtual time in which SIGHUP comes at these moments (ms). */
function hangups(
  times: readonly number[],
  body: (helpers: Parameters<Parameters<TestScheduler['run']>[0]>[0]) => void,
) {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run((helpers) => {
    for (const at of times) helpers.cold(`${at}ms x`).subscribe(() => process.emit('SIGHUP', 'SIGHUP'));
    body(helpers);
  });
}
const v = { v: undefined };
const listeners = process.listenerCount('SIGHUP');
afterEach(() => expect(process.listenerCount('SIGHUP')).toBe(listeners));

test('a signal, and another when a person insists', () =>
  hangups([100, 600, 1_000], ({ expectObservable }) =>
    expectObservable(stops(), '2s !').toBe('100ms v 499ms v 399ms v', v),
  ));

test('two within a moment are one', () =>
  hangups([100, 110, 600], ({ expectObservable }) => expectObservable(stops(), '2s !').toBe('100ms v 499ms v', v)));

test('the time is over; a signal then insists', () =>
  hangups([600], ({ expectObservable }) => expectObservable(stops(100), '2s !').toBe('100ms v 499ms v', v)));

test('a signal before the time is over: the time does not insist', () =>
  hangups([100], ({ expectObservable }) => expectObservable(stops(500), '2s !').toBe('100ms v', v)));

test('stopped is the first of them', () =>
  hangups([100, 600], ({ expectObservable }) => expectObservable(stopped(500)).toBe('100ms (v|)', v)));

test('nobody hears a signal when nobody has subscribed', () => {
  const heard = vi.fn();
  stops().subscribe(heard).unsubscribe();
  process.emit('SIGHUP', 'SIGHUP');
  expect(heard).not.toHaveBeenCalled();
});
