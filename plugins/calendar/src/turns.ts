import { defer, filter, finalize, map, type Observable, of, repeat, take, timer } from 'rxjs';

/** So long (ms) work goes on until all others have their turn. */
const TURN = 4;

/** How many work now: they share a turn, for nobody else may come in between. */
let working = 0;

/** Works bit by bit until it is done, turn by turn. Unsubscribing ends it. */
export const inTurns = <T>(work: () => Generator<void, T>): Observable<T> =>
  defer(() => {
    const bits = work();
    working++;
    return defer(() => of(turn(bits))).pipe(
      repeat({ delay: () => timer(0) }),
      filter((bit): bit is IteratorReturnResult<T> => bit.done === true),
      take(1),
      map(({ value }) => value),
      finalize(() => working--),
    );
  });

function turn<T>(bits: Generator<void, T>): IteratorResult<void, T> {
  const end = performance.now() + TURN / working;
  for (;;) {
    const bit = bits.next();
    if (bit.done || performance.now() >= end) return bit;
  }
}
