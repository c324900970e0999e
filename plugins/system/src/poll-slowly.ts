import { LcdError, type Readings } from '@lcdflow/core';
import { concat, defer, distinctUntilChanged, from, type Observable, of, switchMap } from 'rxjs';
import { attempts } from './attempt.ts';
import { type Polling, period } from './poll.ts';

const PATIENCE = 1000;

/**
 * Like `poll` for what may take long: at most one question is open, whoever comes and goes. While it is open for longer
 * than a second there are no values; when its answer comes after all, it counts.
 */
export function pollSlowly({ name, every, context }: Polling, ask: () => Promise<Readings>): Observable<Readings> {
  const { succeeded, failed } = attempts(name, context.log);
  let open: Promise<Readings> | undefined;
  let asked = 0;

  const answer = (now: number): Observable<Readings> => {
    if (open === undefined) {
      asked = now;
      open = ask()
        .then(succeeded, failed)
        .finally(() => {
          open = undefined;
        });
      return from(open);
    }
    if (now - asked < PATIENCE) return from(open);
    return concat(of(failed(new LcdError('timeout', 'no answer yet: expected one within a second'))), open);
  };

  return defer(() => context.ticks(period(every))).pipe(switchMap(answer), distinctUntilChanged());
}
