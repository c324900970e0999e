import { delay, of, switchMap, take } from 'rxjs';
import { describe, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { clock } from './clock.ts';

describe('clock', () => {
  test('ticks now and then on each multiple of the period', () =>
    virtual(({ expectObservable }) => {
      const late = of(0).pipe(
        delay(7),
        switchMap(() => clock()(5).pipe(take(4))),
      );
      expectObservable(late).toBe('7ms a--b----c----(d|)', { a: 7, b: 10, c: 15, d: 20 });
    }));

  test('all who ask for the same period tick together', () =>
    virtual(({ expectObservable }) => {
      const ticks = clock();
      expectObservable(ticks(10).pipe(take(2))).toBe('a 9ms (b|)', { a: 0, b: 10 });
      expectObservable(
        of(0).pipe(
          delay(3),
          switchMap(() => ticks(10).pipe(take(2))),
        ),
      ).toBe('3ms a 6ms (b|)', { a: 3, b: 10 });
    }));

  test('periods longer than any timer', () =>
    virtual(({ expectObservable }) => {
      const days = 40 * 86_400_000;
      expectObservable(clock()(days).pipe(take(2))).toBe(`a ${days - 1}ms (b|)`, { a: 0, b: days });
    }));
});
