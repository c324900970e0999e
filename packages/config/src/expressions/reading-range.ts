import type { Quantity, Readings } from '@lcdflow/core';
import { plainValue } from './plain-value.ts';
import { keysLike, type Step, valueAt } from './reading-path.ts';

type Ends = Pick<Quantity, 'min' | 'max'>;

/** Smallest and largest value as far as they are known from these readings. */
export function rangeOf(
  range: readonly [number, number | string] | undefined,
  steps: readonly Step[],
): (readings: Readings | undefined) => Ends {
  if (range === undefined) return () => ({});
  const [min, max] = range;
  if (typeof max === 'number') return () => ({ min, max });
  const keys = keysLike(max, steps);
  return (readings) => {
    const end = plainValue(valueAt(readings, keys));
    return typeof end === 'number' ? { min, max: end } : { min };
  };
}
