import { delay, of, switchMap, take } from 'rxjs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
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

  describe('where clocks go as they like', () => {
    /** Ticks of a period, in ms; the clock stands at 0 in the beginning, whatever it is set to later. */
    const ticking = (every: number): readonly number[] => {
      vi.useFakeTimers({ now: 0 });
      onTestFinished(() => void vi.useRealTimers());
      const ticks: number[] = [];
      const running = clock()(every).subscribe((now) => ticks.push(now));
      onTestFinished(() => running.unsubscribe());
      return ticks;
    };

    test('a tick that comes early by a moment is not repeated', () => {
      const ticks = ticking(1_000);
      vi.advanceTimersByTime(990);
      vi.setSystemTime(980);
      vi.advanceTimersByTime(1_020);
      expect(ticks).toEqual([0, 1_000, 2_000]);
    });

    test('a clock that is set is noticed within a minute', () => {
      const ticks = ticking(3_600_000);
      vi.advanceTimersByTime(1_800_000);
      vi.setSystemTime(3_000_000);
      vi.advanceTimersByTime(660_000);
      expect(ticks).toEqual([0, 3_600_000]);
    });
  });
});
