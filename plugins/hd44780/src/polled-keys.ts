import { type KeyEvent, LcdError } from '@lcdflow/core';
import {
  catchError,
  EMPTY,
  exhaustMap,
  mergeMap,
  type Observable,
  pairwise,
  share,
  startWith,
  throwError,
  timer,
} from 'rxjs';
import { keyEvents } from './decode.ts';

/** Keys of a device that has to be asked, every so many ms and only while somebody listens. Not answering is no news. */
export const polledKeys = (keys: Observable<readonly string[]>, every: number): Observable<KeyEvent> =>
  timer(0, every).pipe(
    exhaustMap(() => keys.pipe(catchError((error) => (isTimeout(error) ? EMPTY : throwError(() => error))))),
    startWith<readonly string[]>([]),
    pairwise(),
    mergeMap(([before, after]) => keyEvents(before, after)),
    share(),
  );

const isTimeout = (error: unknown): boolean => error instanceof LcdError && error.code === 'timeout';
