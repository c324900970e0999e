import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  type MonoTypeOperatorFunction,
  merge,
  NEVER,
  type Observable,
  of,
  repeat,
  take,
  tap,
} from 'rxjs';
import { backoff } from './backoff.ts';

/**
 * Subscribes again to what has failed, after 1, 2, 4 … 30 s. Until then it emits what `meanwhile` gives for the error
 * and the number of failures since the last value; an error of `meanwhile` ends it. When `hint` emits while it waits,
 * it is over: the waits begin anew, for what is there now may need a moment more.
 */
export function revive<T>(
  meanwhile: (error: unknown, failures: number) => Observable<T>,
  hint: Observable<unknown> = NEVER,
): MonoTypeOperatorFunction<T> {
  return (source) =>
    defer(() => {
      let failures = 0;
      let failed = false;
      const hinted = hint.pipe(
        tap(() => {
          failures = 0;
        }),
      );
      const waited = (attempt: number) => merge(backoff(attempt), hinted).pipe(take(1), ignoreElements());
      const attempt = defer(() => {
        failed = false;
        return source;
      }).pipe(
        tap(() => {
          failures = 0;
        }),
        catchError((error: unknown) => {
          failed = true;
          failures++;
          return concat(meanwhile(error, failures), waited(failures));
        }),
      );
      return attempt.pipe(repeat({ delay: () => (failed ? of(0) : EMPTY) }));
    });
}
