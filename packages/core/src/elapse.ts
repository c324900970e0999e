import { type Observable, switchMap, timer } from 'rxjs';

/** Longer than this (ms, 24 days) a timer would end at once. */
const LONGEST = 2 ** 31 - 1;

/** Emits once after so many ms, however many. */
export const elapse = (ms: number): Observable<0> =>
  ms > LONGEST ? timer(LONGEST).pipe(switchMap(() => elapse(ms - LONGEST))) : timer(ms);
