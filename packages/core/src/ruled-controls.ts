import {
  concatMap,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  ignoreElements,
  map,
  merge,
  type Observable,
} from 'rxjs';
import { amountOf, clamped, fractionOf } from './drawables/fraction.ts';
import { pace } from './pace.ts';
import type { DisplayPlan } from './program.ts';
import type { Display, Quantity } from './types.ts';
import { evaluated, type WidgetWorld } from './widget-stream.ts';

/**
 * Sets the controls of a display that expressions rule: one after the other, only when a level has changed, and at most
 * as often as frames are shown. A control stays as it is while its expression has no value. Never ends by itself.
 */
export function ruledControls(
  { controls: rules = {}, fps }: DisplayPlan,
  { controls = {} }: Display,
  { expressions, hub }: WidgetWorld,
): Observable<never> {
  const levels = Object.entries(rules).map(([name, expression]) =>
    evaluated(expressions.value(expression), hub).pipe(
      map(levelOf),
      filter((level) => level !== undefined),
      distinctUntilChanged(),
      pace(1000 / fps),
      map((level) => ({ name, level })),
    ),
  );
  return merge(...levels).pipe(
    concatMap(({ name, level }) => defer(() => controls[name]?.(level) ?? EMPTY)),
    ignoreElements(),
  );
}

/** From 0 to 1: where a value lies in its range if that is known, else the value itself; true is 1, false 0. */
function levelOf({ value, min, max }: Quantity): number | undefined {
  const amount = amountOf(value);
  if (amount === undefined) return undefined;
  const isRanged = typeof value !== 'boolean' && min !== undefined && max !== undefined && min !== max;
  return isRanged ? fractionOf(amount, min, max) : clamped(amount);
}
