import { describe, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { pace } from './pace.ts';

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
