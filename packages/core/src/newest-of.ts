import { Observable } from 'rxjs';

/**
 * The newest values of several streams: once all are listened to, then after each new value; always the same array.
 * `first` stands for those that have said nothing. Completes when all have; errors when one does.
 *
 * Every widget and every page that turns up comes through here. So it is one observer for each stream, where
 * combineLatest and startWith make six, and no copy of the values.
 */
export const newestOf = <T, F>(streams: readonly Observable<T>[], first: F): Observable<readonly (T | F)[]> =>
  new Observable((watcher) => {
    const values: (T | F)[] = streams.map(() => first);
    let left = streams.length;
    let isWatched = false;
    const tell = () => {
      if (isWatched) watcher.next(values);
    };
    const end = () => {
      if (isWatched && left === 0) watcher.complete();
    };
    const error = (failure: unknown) => watcher.error(failure);
    for (const [index, stream] of streams.entries()) {
      if (watcher.closed) return;
      const next = (value: T) => {
        values[index] = value;
        tell();
      };
      const complete = () => {
        left -= 1;
        end();
      };
      watcher.add(stream.subscribe({ next, error, complete }));
    }
    isWatched = true;
    tell();
    end();
  });
