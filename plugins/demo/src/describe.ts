import type { ReadingDescription } from '@lcdflow/core';

/** A number from `min` to `max`. */
export const within = (min: number, max: number, meaning: string): ReadingDescription => ({
  unit: '',
  range: [min, max],
  meaning,
});

export const rangeOptions = {
  min: { type: 'number', default: 0, description: 'The smallest value.' },
  max: { type: 'number', default: 100, description: 'The largest value.' },
} as const;

export const everyOption = {
  type: 'string',
  format: 'duration',
  default: '1s',
  description: 'Time between two values.',
} as const;
