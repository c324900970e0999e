import { defer, EMPTY, type Observable } from 'rxjs';
import { VirtualScheduler } from '../virtual-scheduler.ts';

/** What has not ended by then never will, in ms of virtual time. */
export const PATIENCE = 600_000;

/**
 * Runs a stream to its end in virtual time. Throws what it fails with. If it has not ended in time, or when nothing
 * is left that could happen, throws what `stuck` says.
 */
export function inVirtualTime(stream: () => Observable<unknown>, stuck: () => string): void {
  const failures: unknown[] = [];
  let ended = false;
  const scheduler = new VirtualScheduler();
  const running = scheduler.run(() => {
    // A driver may have timers that never stop.
    scheduler.maxFrames = PATIENCE;
    return defer(stream).subscribe({
      error: (error: unknown) => failures.push(error),
      complete: () => {
        ended = true;
      },
    });
  });
  running.unsubscribe();
  if (failures.length > 0) throw failures[0];
  if (!ended) throw new Error(stuck());
}

/** A step that only looks; what it throws ends the stream. */
export const look = (act: () => void): Observable<never> =>
  defer(() => {
    act();
    return EMPTY;
  });
