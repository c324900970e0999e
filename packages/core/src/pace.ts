import { asyncScheduler, audit, defer, type MonoTypeOperatorFunction, type SchedulerLike, tap, timer } from 'rxjs';

/**
 * Emits the newest value at most every `period` ms: the first as soon as all that happens in the same turn has
 * happened, later ones not before the period is over. Nothing new, nothing emitted; the last value is never lost.
 * `soon` says what a turn is: with asapScheduler a value is there before others that wait for the end of a task.
 */
export function pace<T>(period: number, soon: SchedulerLike = asyncScheduler): MonoTypeOperatorFunction<T> {
  return (values) =>
    defer(() => {
      let due = 0;
      return values.pipe(
        audit(() => {
          const wait = Math.min(period, Math.max(0, due - asyncScheduler.now()));
          return timer(wait, wait > 0 ? asyncScheduler : soon);
        }),
        tap(() => {
          due = asyncScheduler.now() + period;
        }),
      );
    });
}
