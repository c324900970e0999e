import { asyncScheduler, audit, defer, type MonoTypeOperatorFunction, tap, timer } from 'rxjs';

/**
 * Emits the newest value at most every `period` ms: the first as soon as all that happens in the same turn has
 * happened, later ones not before the period is over. Nothing new, nothing emitted; the last value is never lost.
 */
export function pace<T>(period: number): MonoTypeOperatorFunction<T> {
  return (values) =>
    defer(() => {
      let due = 0;
      return values.pipe(
        audit(() => timer(Math.min(period, Math.max(0, due - asyncScheduler.now())))),
        tap(() => {
          due = asyncScheduler.now() + period;
        }),
      );
    });
}
