import { concat, defer, from, ignoreElements, type Observable, Subject, tap } from 'rxjs';

/** Values that wait for somebody to hear them. */
interface Kept<T> {
  /** Takes the values in, while subscribed. */
  readonly listening: Observable<never>;
  /** What came before goes to the first who subscribes, what comes later to all. */
  readonly heard: Observable<T>;
}

/** At most so many wait; later ones are lost. */
const ROOM = 64;

/** Listens to a stream before anybody asks for it. */
export function keptUntilHeard<T>(source: Observable<T>): Kept<T> {
  const news = new Subject<T>();
  let early: T[] | undefined = [];
  const take = (value: T): void => {
    if (!early) news.next(value);
    else if (early.length < ROOM) early.push(value);
  };
  return {
    listening: source.pipe(
      tap({ next: take, error: (error) => news.error(error), complete: () => news.complete() }),
      ignoreElements(),
    ),
    heard: defer(() => {
      const before = early ?? [];
      early = undefined;
      return concat(from(before), news);
    }),
  };
}
