import { concat, map, NEVER, of, throwError } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { newestOf } from './newest-of.ts';

describe('newestOf', () => {
  test('tells once what is known at the beginning, then after each new value', () => {
    const told: string[] = [];
    virtual(({ cold, expectObservable }) => {
      const newest = newestOf([concat(of('a', 'b'), NEVER), cold('--c-d|'), NEVER], '?');
      expectObservable(newest.pipe(map((values) => told.push(values.join('')))), '----- !').toBe('1-2-3', {
        1: 1,
        2: 2,
        3: 3,
      });
    });
    expect(told).toEqual(['b??', 'bc?', 'bd?']);
  });

  test('completes when all have completed, after what they have said', () =>
    virtual(({ cold, expectObservable }) => {
      expectObservable(newestOf([of(1), cold<number>('--|')], 0)).toBe('v-|', { v: [1, 0] });
      expectObservable(newestOf([of(1), of(2)], 0)).toBe('(v|)', { v: [1, 2] });
      expectObservable(newestOf([], 0)).toBe('(v|)', { v: [] });
    }));

  test('errors when one does, and lets go of the others', () =>
    virtual(({ cold, expectObservable, expectSubscriptions }) => {
      const other = cold<number>('----|');
      expectObservable(newestOf([other, cold<number>('--#')], 0)).toBe('v-#', { v: [0, 0] });
      expectSubscriptions(other.subscriptions).toBe('^-!');
    }));

  test('does not begin with those behind one that fails at once', () =>
    virtual(({ cold, expectObservable, expectSubscriptions }) => {
      const behind = cold<number>('----|');
      expectObservable(newestOf([throwError(() => 'error'), behind], 0)).toBe('#');
      expectSubscriptions(behind.subscriptions).toBe([]);
    }));
});
