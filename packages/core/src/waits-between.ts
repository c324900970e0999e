import {
  BehaviorSubject,
  defer,
  distinctUntilChanged,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  Subject,
  switchMap,
  take,
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
  /** Listens to the hint from the first wait to the end of them. To be subscribed meanwhile; ends with `over`. */
  readonly listening: Observable<never>;
  /** Nothing more is waited for. */
  readonly over: Observable<never>;
  /** An attempt was lucky: the next wait is the first one again. */
  end(): void;
}

/**
 * Waits of 1, 2, 4 … 30 s. A hint ends one; those after it are 0.1, 0.2, 0.4, 0.8, then 1, 2, 4 … s. One that comes
 * during an attempt makes the wait after that one short.
 */
export function waitsBetween(hint: Observable<unknown>): Waits {
  const waiting = new BehaviorSubject(false);
  const hints = new Subject<void>();
  let count = 0;
  let isHinted = false;
  const heard = () => {
    count = 0;
    isHinted = true;
    hints.next();
  };
  const length = (): Observable<unknown> => {
    count++;
    if (!isHinted) return backoff(count);
    const soon = SOON[count - 1];
    return soon === undefined ? backoff(count - SOON.length) : timer(soon);
  };
  const end = () => {
    count = 0;
    isHinted = false;
    waiting.next(false);
  };
  return {
    next: defer(() => {
      waiting.next(true);
      return merge(length(), hints).pipe(take(1), ignoreElements());
    }),
    listening: waiting.pipe(
      distinctUntilChanged(),
      switchMap((isOn) => (isOn ? hint : EMPTY)),
      tap(heard),
      ignoreElements(),
    ),
    over: defer(() => {
      end();
      waiting.complete();
      return EMPTY;
    }),
    end,
  };
}
