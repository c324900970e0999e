import { combineLatest, map, type Observable, scan, startWith } from 'rxjs';
import { amountOf, fractionOf } from './drawables/fraction.ts';
import { type Limits, scaleOf } from './drawables/scale.ts';
import type { Quantity, WidgetContext } from './types.ts';

/** What an expression is worth now, and where that lies on its scale. */
export interface Scaled {
  /** The number it stands for; `undefined` when it is none. */
  readonly amount: number | undefined;
  /** From 0 at the scale's beginning to 1 at its end; `undefined` without an amount. */
  readonly fraction: number | undefined;
  /** The unit where it is known, else an empty text. */
  readonly unit: string;
  /** The ends of the scale now. */
  readonly min: number;
  readonly max: number;
}

/**
 * The values of expressions on one scale: the limits a person asked for, else those that are known of any of the
 * quantities, else what has been seen so far. Several come at once, those that are not known yet without an amount.
 */
export function scaledValues(
  expressions: readonly string[],
  asked: Limits,
  { value }: Pick<WidgetContext, 'value'>,
): Observable<readonly Scaled[]> {
  const alone = expressions.length === 1;
  const quantities = expressions.map((expression) =>
    alone ? value(expression) : value(expression).pipe(startWith(UNKNOWN_YET)),
  );
  return combineLatest(quantities).pipe(
    scan((before, now) => ({ seen: extremes([...before.seen, ...amountsOf(now)]), now }), NOTHING),
    map(({ seen, now }) => {
      const [min, max] = scaleOf(asked, limitsOf(now), seen);
      return now.map((quantity) => scaled(quantity, min, max));
    }),
  );
}

const UNKNOWN_YET: Quantity = { value: undefined };
const NOTHING: { readonly seen: readonly number[]; readonly now: readonly Quantity[] } = { seen: [], now: [] };

function scaled({ value, unit = '' }: Quantity, min: number, max: number): Scaled {
  const amount = amountOf(value);
  return { amount, fraction: fractionOf(amount, min, max), unit, min, max };
}

const isNumber = (value: number | undefined): value is number => value !== undefined;

const amountsOf = (quantities: readonly Quantity[]): readonly number[] =>
  quantities.map(({ value }) => amountOf(value)).filter(isNumber);

/** The smallest and the largest. */
const extremes = (values: readonly number[]): readonly number[] =>
  values.length === 0 ? [] : [Math.min(...values), Math.max(...values)];

/** The widest limits that are known. */
function limitsOf(quantities: readonly Quantity[]): Limits {
  const [least] = extremes(quantities.map(({ min }) => amountOf(min)).filter(isNumber));
  const [, most] = extremes(quantities.map(({ max }) => amountOf(max)).filter(isNumber));
  return { min: least, max: most };
}
