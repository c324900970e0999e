import { type Attempt, LcdError, milliseconds, type SourceContext } from '@lcdflow/core';
import { catchError, exhaustMap, filter, type Observable, of, tap } from 'rxjs';

const SHORTEST = 100;

/** When to ask. */
export interface Polling {
  /** A duration. */
  readonly every: string;
  readonly context: SourceContext;
}

/** How long (ms) lies between two questions. */
export const periodOf = (every: string): number => Math.max(SHORTEST, milliseconds(every)!);

/**
 * Asks at once and at each multiple of `every`, one question at a time; a failure is an attempt with a problem. To be
 * made once in `read`: who comes back within the period of the last success asks nothing.
 */
export function polled(question: Observable<Attempt>, { every, context }: Polling): Observable<Attempt> {
  const period = periodOf(every);
  let succeeded = Number.NEGATIVE_INFINITY;
  const isDue = (now: number) => Math.floor(now / period) !== Math.floor(succeeded / period);
  const failed = (error: unknown): Observable<Attempt> => {
    if (error instanceof LcdError) return of({ problem: error.message });
    throw error;
  };
  return context.ticks(period).pipe(
    filter(isDue),
    exhaustMap((now) =>
      question.pipe(
        catchError(failed),
        tap(({ problem }) => {
          if (problem === undefined) succeeded = now;
        }),
      ),
    ),
  );
}
