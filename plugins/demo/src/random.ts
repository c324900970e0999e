import { defineSource, milliseconds } from '@lcdflow/core';
import { map } from 'rxjs';
import { everyOption, rangeOptions, within } from './describe.ts';

/** A number that nobody foresees who does not know the seed. */
export const random = defineSource({
  name: 'random',
  meaning: 'A number by chance, the same at the same time.',
  options: {
    type: 'object',
    properties: {
      ...rangeOptions,
      whole: { type: 'boolean', default: false, description: 'Whether it is a whole number, as of dice.' },
      seed: { type: 'integer', default: 0, description: 'Another seed, other numbers.' },
      every: everyOption,
    },
    additionalProperties: false,
  },
  describe: { value: { unit: '', meaning: 'The number.' } },
  describeFor: ({ min, max }) => ({ value: within(min, max, 'The number.') }),
  read: ({ min, max, whole, seed, every }, { ticks }) => {
    const period = milliseconds(every) || 1;
    return ticks(period).pipe(
      map((now) => {
        const share = chance(seed, Math.floor(now / period));
        const value = whole ? Math.floor(min + share * (max - min + 1)) : min + share * (max - min);
        return { value: Math.min(max, value) };
      }),
    );
  },
});

/** A share from 0 to below 1 that follows from two numbers: each bit of them changes about half of its bits. */
export function chance(seed: number, turn: number): number {
  let bits = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(turn >>> 0, 0xc2b2ae35);
  bits ^= Math.imul(Math.floor(turn / 2 ** 32), 0x27d4eb2f);
  for (const factor of [0x7feb352d, 0x846ca68b]) {
    bits ^= bits >>> 16;
    bits = Math.imul(bits, factor);
    bits ^= bits >>> 15;
  }
  return (bits >>> 0) / 2 ** 32;
}
