import { map, merge, type Observable, scan } from 'rxjs';
import { milliseconds } from '../duration.ts';
import type { Quantity, WidgetContext } from '../types.ts';
import { advanced, type History, NO_HISTORY, recorded, valuesOf } from './history.ts';
import { sliceOf } from './slice.ts';

/** What an expression was worth over a span of time. */
export interface Past {
  /** The mean of each slice of the span, the newest last; `undefined` where there was no value. */
  readonly values: readonly (number | undefined)[];
  /** What it is worth now. */
  readonly quantity: Quantity;
}

/**
 * The past of expressions over a span such as `5m`, in so many columns, each of which stands for a slice of 0.1 s to one
 * day. Emits at once, with every reading, and whenever a slice is over: what looks the same may come again.
 */
export function historyStream(
  expressions: readonly string[],
  span: string,
  columns: number,
  context: Pick<WidgetContext, 'ticks' | 'value'>,
): Observable<readonly Past[]> {
  const slice = sliceOf(milliseconds(span), columns);
  type Step = (past: readonly History[]) => readonly History[];
  const ticks = context.ticks(slice).pipe(
    map((now): Step => {
      const number = Math.floor(now / slice);
      return (past) => past.map((one) => advanced(one, number, columns));
    }),
  );
  const readings = expressions.map((expression, index) =>
    context.value(expression).pipe(
      map(
        (quantity): Step =>
          (past) =>
            past.map((one, at) => (at === index ? recorded(one, quantity) : one)),
      ),
    ),
  );
  return merge(ticks, ...readings).pipe(
    scan((past, step) => step(past), expressions.map(() => NO_HISTORY) as readonly History[]),
    map((past) => past.map((one) => ({ values: valuesOf(one, columns), quantity: one.quantity }))),
  );
}
