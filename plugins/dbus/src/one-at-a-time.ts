import { defer, exhaustMap, finalize, ignoreElements, merge, type Observable, Subject, throttle, timer } from 'rxjs';

/** How long (ms) at least from one to the next. */
const SHORTEST = 200;

/** Does the work whenever it is called for, one after the other: calls that come meanwhile count as one, afterwards. */
export const oneAtATime = <T>(calls: Observable<unknown>, work: () => Observable<T>): Observable<T> =>
  defer(() => {
    const free = new Subject<void>();
    const turn = () => merge(work(), timer(SHORTEST).pipe(ignoreElements())).pipe(finalize(() => free.next()));
    return calls.pipe(
      throttle(() => free, { leading: true, trailing: true }),
      exhaustMap(turn),
    );
  });
