import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  repeat,
  tap,
} from 'rxjs';
import { backoff } from './backoff.ts';

/**
 * Subscribes again to what has failed, after 1, 2, 4 … 30 s. Until then it emits what `meanwhile` gives for the error
 * and the number of failures since the last value; an error of `meanwhile` ends it.
 */
export function revive<T>(meanwhile: (error: unknown, failures: number) => Observable<T>): MonoTypeOperatorFunction<T> {
  return (source) =>
    defer(() => {
      let failures = 0;
      let failed = false;
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
          return concat(meanwhile(error, failures), backoff(failures).pipe(ignoreElements()));
        }),
      );
      return attempt.pipe(repeat({ delay: () => (failed ? of(0) : EMPTY) }));
    });
}
