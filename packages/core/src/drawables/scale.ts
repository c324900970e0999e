import type { OptionSchema } from '../options.ts';
import { amountOf } from './fraction.ts';

/** The ends of a scale, as far as they are known. */
export interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The options `min` and `max` of widgets that show a value on a scale; they are the limits that `scaleOf` is asked for. */
export const limitsOptions = {
  min: {
    type: 'number',
    description:
      "The value where the scale begins; the reading's own smallest value when left out, else 0 or the smallest seen.",
  },
  max: {
    type: 'number',
    description:
      "The value where the scale ends; the reading's own largest value when left out, else the largest seen.",
  },
} as const satisfies Readonly<Record<string, OptionSchema>>;

/**
 * The ends of the scale a value is shown on: those a person asked for, else those known of the quantity, else what has
 * been seen so far together with 0. Only a person can turn the scale round.
 */
export function scaleOf(asked: Limits, known: Limits, seen: readonly number[]): readonly [min: number, max: number] {
  const min = asked.min ?? amountOf(known.min);
  const max = asked.max ?? amountOf(known.max);
  return [min ?? least(seen, Math.min(0, max ?? 0)), max ?? most(seen, min ?? 0)];
}

const least = (seen: readonly number[], start: number): number => seen.reduce((a, b) => Math.min(a, b), start);
const most = (seen: readonly number[], start: number): number => seen.reduce((a, b) => Math.max(a, b), start);
