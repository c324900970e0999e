import {
  asapScheduler,
  catchError,
  defer,
  EMPTY,
  finalize,
  mergeMap,
  Observable,
  Subject,
  type Subscriber,
  share,
  subscribeOn,
  takeUntil,
  tap,
} from 'rxjs';
import { LcdError } from './errors.ts';

/** Work that is begun in order, a few at a time. */
export interface Lane<T> {
  /** Runs the work while subscribed and emits all results. When it ends, whoever still waits gets what ended it, or `disconnected`. */
  readonly pump: Observable<T>;
  /** When subscribed, lines the work up; emits its results. Leaving before it has begun takes it back. */
  enqueue(work: Observable<T>): Observable<T>;
}

/**
 * A lane that has at most `limit` pieces of work under way: each that ends begins the next. Work of a lane whose owner
 * is the `lane` is carried through even if the asker leaves, and its failure ends the lane; work that belongs to the
 * `asker` is given up when the asker leaves, and its failure is the asker's alone.
 */
export function lane<T>(limit: number, owner: 'lane' | 'asker'): Lane<T> {
  const jobs = new Subject<Observable<T>>();
  const waiting = new Set<Subscriber<T>>();

  const endAll = (error: unknown) => {
    for (const asker of [...waiting]) asker.error(error);
  };
  const pump = jobs.pipe(
    // asap: work that is done at once must not recurse into the next.
    mergeMap((job) => job.pipe(subscribeOn(asapScheduler)), limit),
    tap({ error: endAll }),
    finalize(() => endAll(closed())),
    share(),
  );

  const enqueue = (work: Observable<T>): Observable<T> =>
    new Observable((asker) => {
      if (!jobs.observed) return asker.error(closed());
      const left = new Subject<void>();
      waiting.add(asker);
      asker.add(() => {
        waiting.delete(asker);
        left.next();
      });
      const reported = work.pipe(tap(reportingTo(asker)));
      const job =
        owner === 'lane'
          ? reported
          : reported.pipe(
              takeUntil(left),
              catchError(() => EMPTY),
            );
      jobs.next(defer(() => (asker.closed ? EMPTY : job)));
    });

  return { pump, enqueue };
}

const closed = () => new LcdError('disconnected', 'the queue is closed');

/** The asker as a plain observer: as a subscriber it would tie the life of the work to its own. */
const reportingTo = <T>(asker: Subscriber<T>) => ({
  next: (value: T) => asker.next(value),
  error: (error: unknown) => asker.error(error),
  complete: () => asker.complete(),
});
