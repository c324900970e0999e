import {
  defer,
  exhaustMap,
  finalize,
  from,
  type ObservableInput,
  type OperatorFunction,
  Subject,
  throttle,
} from 'rxjs';

/** Does one thing after the other: of all that comes while one is being done, the last is done afterwards. */
export function oneAtATime<T, R>(work: (value: T) => ObservableInput<R>): OperatorFunction<T, R> {
  return (source) =>
    defer(() => {
      const free = new Subject<void>();
      return source.pipe(
        throttle(() => free, { leading: true, trailing: true }),
        exhaustMap((value) => from(work(value)).pipe(finalize(() => free.next()))),
      );
    });
}
