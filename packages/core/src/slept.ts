import { filter, map, type Observable, timeInterval, timer } from 'rxjs';
import { LcdError } from './errors.ts';

/** ms between two looks at the clock. */
const LOOK = 5_000;
/** ms that a look may be late on a busy machine, or a clock may be set forward. */
const LATE = 10_000;

/**
 * Errors with `disconnected` within 5 s after the machine has slept, or its clock has gone on by more than 10 s otherwise.
 * Timers stand still meanwhile, and devices may have lost their power without a word.
 */
export const slept: Observable<never> = timer(LOOK, LOOK).pipe(
  timeInterval(),
  filter(({ interval }) => interval > LOOK + LATE),
  map((): never => {
    throw new LcdError('disconnected', 'this machine has slept');
  }),
);
