import { elapse } from '@lcdflow/core';
import { fromEvent, map, merge, NEVER, type Observable, take } from 'rxjs';

/** Emits once when the program is to end: Ctrl-C, SIGTERM, SIGHUP, or when so many ms have gone by. */
export const stopped = (after?: number): Observable<void> =>
  merge(
    fromEvent(process, 'SIGINT'),
    fromEvent(process, 'SIGTERM'),
    fromEvent(process, 'SIGHUP'),
    after === undefined ? NEVER : elapse(after),
  ).pipe(
    take(1),
    map(() => undefined),
  );
