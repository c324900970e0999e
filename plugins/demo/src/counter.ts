import { defineSource, milliseconds } from '@lcdflow/core';
import { defer, map } from 'rxjs';
import { everyOption, rangeOptions, within } from './describe.ts';

/** A number that goes up. */
export const counter = defineSource({
  name: 'counter',
  meaning: 'A number that goes up with time and begins anew.',
  options: {
    type: 'object',
    properties: {
      ...rangeOptions,
      step: { type: 'number', default: 1, description: 'What is added each time; below 0 it goes down.' },
      every: everyOption,
    },
    additionalProperties: false,
  },
  describe: { value: { unit: '', meaning: 'The number.' } },
  describeFor: ({ min, max }) => ({ value: within(min, max, 'The number.') }),
  read: ({ min, max, step, every }, { ticks }) => {
    const period = milliseconds(every) || 1;
    let start: number | undefined;
    return defer(() => ticks(period)).pipe(
      map((now) => {
        start ??= Math.floor(now / period);
        return { value: counted(Math.floor(now / period) - start, { min, max, step }) };
      }),
    );
  },
});

/** The number after so many steps: from `min` up to `max` at most, or the other way round, and then anew. */
export function counted(steps: number, { min, max, step }: { min: number; max: number; step: number }): number {
  const size = Math.abs(step);
  const length = Math.max(0, max - min);
  const turn = size === 0 ? 1 : Math.min(Number.MAX_SAFE_INTEGER, Math.floor(length / size) + 1);
  const way = Math.min(length, (((steps % turn) + turn) % turn) * size);
  return step < 0 ? max - way : min + way;
}
