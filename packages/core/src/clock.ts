import { asyncScheduler, defer, merge, Observable, of, share } from 'rxjs';

/** Looks at the clock at least so often (ms), so that one that is set, or a machine that slept, is noticed. */
const LONGEST = 60_000;

/** The next multiple of `every` after `now`; a tick that came early by a moment is not repeated. */
function nextDue(now: number, every: number, last: number): number {
  const due = (Math.floor(now / every) + 1) * every;
  return due === last ? due + every : due;
}

function aligned(every: number): Observable<number> {
  return new Observable((hearer) => {
    let last = 0;
    let isTick = false;
    /** ms until the next tick, or until the clock is looked at again. */
    const wait = (): number => {
      const now = asyncScheduler.now();
      const due = nextDue(now, every, last);
      isTick = due - now <= LONGEST;
      if (isTick) last = due;
      return isTick ? due - now : LONGEST;
    };
    return asyncScheduler.schedule(function () {
      if (isTick) hearer.next(Math.max(last, asyncScheduler.now()));
      this.schedule(undefined, wait());
    }, wait());
  });
}

/**
 * The one clock of a program. The function it returns emits milliseconds since 1970: now, and then on each multiple of
 * `every` ms. All who ask for the same period share one timer.
 */
export function clock(): (every: number) => Observable<number> {
  const shared = new Map<number, Observable<number>>();
  return (every) => {
    const ticks = shared.get(every) ?? aligned(every).pipe(share());
    shared.set(every, ticks);
    return merge(
      defer(() => of(asyncScheduler.now())),
      ticks,
    );
  };
}
