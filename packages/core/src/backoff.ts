import { type Observable, timer } from 'rxjs';

const LONGEST = 30_000;

/** Waits 1, 2, 4 … 30 s before attempt 1, 2, 3 … */
export const backoff = (attempt: number): Observable<0> => timer(Math.min(LONGEST, 1_000 * 2 ** (attempt - 1)));
