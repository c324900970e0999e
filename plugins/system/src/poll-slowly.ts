import { type Attempt, LcdError, type Readings } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  finalize,
  map,
  type Observable,
  type ObservableInput,
  of,
  shareReplay,
  switchMap,
} from 'rxjs';
import { attempts, MISSING } from './attempt.ts';
import { type Polling, period, ticksOf } from './poll.ts';

const PATIENCE = 1000;

/**
 * Like `poll` for what may take long: at most one question is open, whoever comes and goes. While it is open for longer
 * than `patience` (ms) there are no values; when its answer comes after all, it counts.
 */
export function pollSlowly(
  { name, every, context, twice = false }: Polling,
  ask: (now: number) => ObservableInput<Attempt>,
  patience = PATIENCE,
): Observable<Readings> {
  const { succeeded, failed } = attempts(name, context.log);
  let open: Observable<Readings> | undefined;
  let asked = 0;
  let answers = 0;

  const question = (now: number): Observable<Readings> =>
    defer(() => ask(now)).pipe(
      map(({ readings = MISSING, problem }) => succeeded(readings, problem)),
      catchError((error: unknown) => of(failed(error))),
      finalize(() => {
        answers++;
        open = undefined;
      }),
      shareReplay(1),
    );
  const answer = (now: number): Observable<Readings> => {
    if (open === undefined) {
      asked = now;
      open = question(now);
      return open;
    }
    if (now - asked < patience) return open;
    return concat(of(failed(new LcdError('timeout', 'no answer yet: expected one within a second'))), open);
  };

  return defer(() => ticksOf(context, period(every), twice && answers < 2)).pipe(
    switchMap(answer),
    distinctUntilChanged(),
  );
}
