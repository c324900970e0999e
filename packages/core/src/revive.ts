import {
  catchError,
  concat,
  defer,
  EMPTY,
  type MonoTypeOperatorFunction,
  merge,
  NEVER,
  type Observable,
  of,
  repeat,
  tap,
} from 'rxjs';
import { waitsBetween } from './waits-between.ts';

/**
 * Subscribes again to what has failed, after 1, 2, 4 … 30 s. Until then it emits what `meanwhile` gives for the error
 * and the number of failures since the last value; an error of `meanwhile` ends it. `hint` is listened to from a failure
 * to the next value, and ends a wait; see `waitsBetween`. The waits begin anew when it has gone on for `lasting` ms after
 * its first value.
 */
export function revive<T>(
  meanwhile: (error: unknown, failures: number) => Observable<T>,
  hint: Observable<unknown> = NEVER,
  lasting = 0,
): MonoTypeOperatorFunction<T> {
  return (source) =>
    defer(() => {
      const waits = waitsBetween(hint, lasting);
      let failures = 0;
      let failed = false;
      const attempt = defer(() => {
        failed = false;
        return source;
      }).pipe(
        tap(() => {
          if (failures > 0) waits.pause();
          failures = 0;
        }),
        catchError((error: unknown) => {
          failed = true;
          failures++;
          return concat(meanwhile(error, failures), waits.next);
        }),
      );
      const attempts = attempt.pipe(repeat({ delay: () => (failed ? of(0) : EMPTY) }));
      return merge(waits.listening, concat(attempts, waits.over));
    });
}
