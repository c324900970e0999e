import { defineSource, milliseconds } from '@lcdflow/core';
import { map } from 'rxjs';
import { everyOption, rangeOptions, within } from './describe.ts';

/** By the share of the period that has gone by, 0 to 1: how high, 0 to 1. */
const SHAPES = {
  sine: (phase: number) => (1 - Math.cos(2 * Math.PI * phase)) / 2,
  triangle: (phase: number) => 1 - Math.abs(1 - 2 * phase),
  saw: (phase: number) => phase,
  square: (phase: number) => (phase < 0.5 ? 0 : 1),
} as const;

/** A number that goes up and down. */
export const wave = defineSource({
  name: 'wave',
  meaning: 'A number that goes up and down.',
  options: {
    type: 'object',
    properties: {
      shape: {
        type: 'string',
        enum: ['sine', 'triangle', 'saw', 'square'],
        default: 'sine',
        description: 'How it goes: each begins at the smallest value.',
      },
      ...rangeOptions,
      period: {
        type: 'string',
        format: 'duration',
        default: '10s',
        description: 'How long it takes; it begins whenever the time since 1970 is a multiple.',
      },
      every: everyOption,
    },
    additionalProperties: false,
  },
  describe: { value: { unit: '', meaning: 'The number.' } },
  describeFor: ({ min, max }) => ({ value: within(min, max, 'The number.') }),
  read: ({ shape, min, max, period, every }, { ticks }) => {
    const length = milliseconds(period) || 1;
    return ticks(milliseconds(every) || 1).pipe(
      map((now) => ({ value: min + SHAPES[shape]((now % length) / length) * (max - min) })),
    );
  },
});
