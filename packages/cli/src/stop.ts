import { elapse } from '@lcdflow/core';
import { fromEvent, map, merge, type Observable, share, take, takeUntil, throttleTime } from 'rxjs';

/** One Ctrl-C may come as two signals within this time (ms): the terminal and npm both tell a program that npm started. */
const SAME = 300;

/**
 * Emits when the program is to end: Ctrl-C, SIGTERM, SIGHUP, or when so many ms have gone by; and again whenever a
 * person insists. While it is subscribed these signals do not kill the process, which
 * does not end by itself before.
 */
export function stops(after?: number): Observable<void> {
  const signals = merge(...['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => fromEvent(process, signal))).pipe(share());
  // Without a time, too: Node ends a process that waits for signals only.
  const over = elapse(after ?? Number.POSITIVE_INFINITY).pipe(takeUntil(signals));
  return merge(over, signals).pipe(
    throttleTime(SAME),
    map(() => undefined),
  );
}

/** As `stops`, but once. */
export const stopped = (after?: number): Observable<void> => stops(after).pipe(take(1));
