import { amountOf } from '../drawables/fraction.ts';
import type { Quantity } from '../types.ts';

/** What has been measured: one mean for each slice of time that is over, and the slice that runs. */
export interface History {
  /** Means of the slices that are over, the newest last; `undefined` where nothing was measured. */
  readonly over: readonly (number | undefined)[];
  /** The number of the slice that runs, counted from 1970. */
  readonly slice?: number;
  /** The readings that came in it. */
  readonly sum: number;
  readonly count: number;
  /** The newest quantity: it holds on until another one comes. */
  readonly quantity: Quantity;
}

export const NO_HISTORY: History = { over: [], sum: 0, count: 0, quantity: { value: undefined } };

/** One more reading in the running slice. */
export function recorded(past: History, quantity: Quantity): History {
  const amount = amountOf(quantity.value);
  if (amount === undefined) return { ...past, quantity };
  return { ...past, quantity, sum: past.sum + amount, count: past.count + 1 };
}

/**
 * Goes on to another slice and keeps the newest `columns`. Slices that were missed, as while the machine slept, are
 * gaps. A clock that was set back only gives the running slice another number.
 */
export function advanced(past: History, slice: number, columns: number): History {
  const steps = slice - (past.slice ?? slice);
  if (steps <= 0) return { ...past, slice };
  const missed = new Array<undefined>(Math.min(steps - 1, columns)).fill(undefined);
  return { ...past, slice, over: [...past.over, running(past), ...missed].slice(-columns), sum: 0, count: 0 };
}

/** One value for each column, the running slice last. */
export function valuesOf(past: History, columns: number): readonly (number | undefined)[] {
  const values = [...past.over, running(past)];
  return Array.from({ length: columns }, (_, column) => values[values.length - columns + column]);
}

/** A slice in which nothing new came shows what still holds. */
const running = ({ sum, count, quantity }: History): number | undefined =>
  count > 0 ? sum / count : amountOf(quantity.value);
