import { LcdError } from '@lcdflow/core';
import type { Metric } from './metric-options.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const WAYS: Readonly<Record<NonNullable<Metric['aggregate']>, (values: readonly number[]) => number>> = {
  sum,
  mean: (values) => sum(values) / values.length,
  smallest: (values) => values.reduce((a, b) => Math.min(a, b)),
  largest: (values) => values.reduce((a, b) => Math.max(a, b)),
  count: (values) => values.length,
};

/**
 * One value out of those of some series. NaN and infinite ones are none; `undefined` when no value is left. Throws
 * `config` when there are several series and nothing tells what to make of them.
 */
export function aggregated(values: readonly number[], way: Metric['aggregate']): number | undefined {
  if (way === undefined && values.length > 1)
    throw new LcdError('config', `${values.length} series fit, expected an aggregate or more labels`);
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? undefined : WAYS[way ?? 'sum'](finite);
}
