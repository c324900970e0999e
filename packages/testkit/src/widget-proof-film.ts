import { type Observable, takeUntil, timer } from 'rxjs';
import { VirtualScheduler } from './virtual-scheduler.ts';

/** A picture and when it came, in ms of virtual time. */
export interface Shot {
  readonly at: number;
  readonly picture: string;
}

/** Subscribes for so many ms of virtual time, the last one included. Throws what the stream fails with. */
export function shotsOf(pictures: Observable<string>, duration: number): readonly Shot[] {
  const shots: Shot[] = [];
  const failures: unknown[] = [];
  const scheduler = new VirtualScheduler();
  scheduler.run(() => {
    pictures.pipe(takeUntil(timer(duration + 1))).subscribe({
      next: (picture) => shots.push({ at: scheduler.now(), picture }),
      error: (error: unknown) => failures.push(error),
    });
  });
  if (failures.length > 0) throw failures[0];
  return shots;
}

/** The same as one text for a golden: each picture below the time it came at. */
export const filmOf = (pictures: Observable<string>, duration: number): string =>
  shotsOf(pictures, duration)
    .map(({ at, picture }) => `at ${at} ms\n${picture}`)
    .join('\n');
