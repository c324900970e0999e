import {
  defer,
  EMPTY,
  exhaustMap,
  finalize,
  ignoreElements,
  merge,
  type ObservableInput,
  type OperatorFunction,
  Subject,
  throttle,
  timer,
} from 'rxjs';

/**
 * Does one thing after the other: of all that comes while one is being done, the last is done afterwards. Each takes
 * `shortest` ms at least.
 */
export function oneAtATime<T, R>(work: (value: T) => ObservableInput<R>, shortest = 0): OperatorFunction<T, R> {
  const pause = shortest > 0 ? timer(shortest).pipe(ignoreElements()) : EMPTY;
  return (source) =>
    defer(() => {
      const free = new Subject<void>();
      return source.pipe(
        throttle(() => free, { leading: true, trailing: true }),
        exhaustMap((value) => merge(work(value), pause).pipe(finalize(() => free.next()))),
      );
    });
}
