import {
  BehaviorSubject,
  defer,
  distinctUntilChanged,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  of,
  Subject,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { backoff } from './backoff.ts';

/** ms before the attempts after a hint: what has just come may need a moment more. */
const SOON = [100, 200, 400, 800] as const;

/** The waits between attempts that fail one after the other. */
export interface Waits {
  /** Waits before the next attempt; completes. */
  readonly next: Observable<never>;
  /** Listens to the hint from a wait until they pause. To be subscribed meanwhile; ends with `over`. */
  readonly listening: Observable<never>;
  /** Nothing more is waited for. */
  readonly over: Observable<never>;
  /** An attempt was lucky. */
  pause(): void;
}

/**
 * Waits of 1, 2, 4 … 30 s. A hint ends one; those after it are 0.1, 0.2, 0.4, 0.8, then 1, 2, 4 … s. One that comes
 * during an attempt makes the wait after that one short. They begin anew after a pause of `lasting` ms.
 */
export function waitsBetween(hint: Observable<unknown>, lasting: number): Waits {
  const waiting = new BehaviorSubject(false);
  const hints = new Subject<void>();
  const over = new Subject<void>();
  let count = 0;
  let isHinted = false;
  const heard = () => {
    count = 0;
    isHinted = true;
    hints.next();
  };
  const restart = () => {
    count = 0;
    isHinted = false;
  };
  const paused = (lasting > 0 ? timer(lasting) : of(0)).pipe(tap(restart));
  const pause = () => waiting.next(false);
  return {
    next: defer(() => {
      waiting.next(true);
      count++;
      return merge(isHinted ? soon(count) : backoff(count), hints).pipe(take(1), ignoreElements());
    }),
    listening: waiting.pipe(
      distinctUntilChanged(),
      switchMap((isOn) => (isOn ? hint.pipe(tap(heard)) : paused)),
      takeUntil(over),
      ignoreElements(),
    ),
    over: defer(() => {
      over.next();
      return EMPTY;
    }),
    pause,
  };
}

/** The wait of a number from 1 on, after a hint. */
function soon(count: number): Observable<unknown> {
  const short = SOON[count - 1];
  return short === undefined ? backoff(count - SOON.length) : timer(short);
}
