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
import { type Waits, waitsBetween } from './waits-between.ts';

/** What there is until the next attempt, for the error and the number of failures since the last value. */
type Meanwhile<T> = (error: unknown, failures: number) => Observable<T>;

/**
 * Subscribes again to what has failed, after 1, 2, 4 … 30 s. Until then it emits what `meanwhile` gives for the error
 * and the number of failures since the last value; an error of `meanwhile` ends it. `hint` is listened to from a failure
 * to the next value, and ends a wait; see `waitsBetween`. The waits begin anew when it has gone on for `lasting` ms after
 * its first value.
 */
export function revive<T>(
  meanwhile: Meanwhile<T>,
  hint: Observable<unknown> = NEVER,
  lasting = 0,
): MonoTypeOperatorFunction<T> {
  // Every widget is revived, each time its page turns up, and hardly one ever fails: all the rest is made when it does.
  return (source) =>
    source.pipe(catchError((error: unknown) => revived(source, error, meanwhile, waitsBetween(hint, lasting))));
}

/** What comes after the first failure. */
function revived<T>(source: Observable<T>, first: unknown, meanwhile: Meanwhile<T>, waits: Waits): Observable<T> {
  let failures = 0;
  let failed = false;
  const failure = (error: unknown) => {
    failed = true;
    failures++;
    return concat(meanwhile(error, failures), waits.next);
  };
  const attempt = defer(() => {
    failed = false;
    return source;
  }).pipe(
    tap(() => {
      if (failures > 0) waits.pause();
      failures = 0;
    }),
    catchError(failure),
  );
  const attempts = attempt.pipe(repeat({ delay: () => (failed ? of(0) : EMPTY) }));
  return merge(waits.listening, concat(failure(first), attempts, waits.over));
}
