import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { pace } from './pace.ts';

const virtual = (body: Parameters<TestScheduler['run']>[0]) =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(body);

describe('pace(5)', () => {
  test.each([
    ['never', '-', '-'],
    ['empty', '--|', '--|'],
    ['one: at once', '--a', '--a'],
    ['all of one turn are one', '--(abc)', '--c'],
    ['slower than the period: all', 'a-----b-----c', 'a-----b-----c'],
    ['faster: the newest of each period', 'abcdefghijkl', 'a----f----k----l'],
    ['the last is never lost', 'ab----', 'a----b'],
    ['error', 'ab#', 'a-#'],
  ])('%s', (_, source, expected) =>
    virtual(({ cold, expectObservable }) => expectObservable(cold(source).pipe(pace(5))).toBe(expected)),
  );
});
