import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

// Each thing takes three frames.
test.each([
  ['one', 'a-------|', '---a----|'],
  ['two, one after the other', 'a---b---|', '---a---b|'],
  ['what comes meanwhile is done afterwards', 'ab------|', '---a--b-|'],
  ['of more that come meanwhile the last', 'abc-----|', '---a--c-|'],
  ['an end is waited for', 'a|', '---(a|)'],
  ['nothing', '-|', '-|'],
  ['never', '-', '-'],
  ['an error', 'a-#', '--#'],
])('%s: %s', (_, given, done) => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ cold, hot, expectObservable }) => {
    expectObservable(hot(given).pipe(oneAtATime((value) => cold(`---(${value}|)`)))).toBe(done);
  });
});

test('an error of one thing is an error', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ cold, expectObservable }) => {
    expectObservable(cold('a-b').pipe(oneAtATime(() => cold('-#')))).toBe('-#');
  });
});

test('each takes its time at least', () => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(({ cold, hot, expectObservable }) => {
    const done = hot('ab-c------|').pipe(oneAtATime((value) => cold(`-(${value}|)`), 4));
    expectObservable(done).toBe('-a---c----|');
  });
});
