import { WHITE } from '../color.ts';
import type { OptionSchema } from '../options.ts';
import { colorNamed } from './color-named.ts';
import { amountOf } from './fraction.ts';

/** A colour for values from a limit on, as it is written in a config. */
export interface Threshold {
  /** In the unit of the reading. */
  readonly from: number;
  /** A name or `#rrggbb`. */
  readonly color: string;
}

/** The option `colors` of widgets that change their colour with what they show; goes with an option `color`. */
export const thresholdsOption = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      from: { type: 'number', description: 'The least value that has this colour, in the unit of the reading.' },
      color: { type: 'string', format: 'color', description: 'The colour from there on.' },
    },
    required: ['from', 'color'],
    additionalProperties: false,
  },
  description: 'Other colours for larger values; the largest `from` that the value reaches counts, in any order.',
  examples: [
    [
      { from: 60, color: 'yellow' },
      { from: 80, color: 'red' },
    ],
  ],
} as const satisfies OptionSchema;

/**
 * 0xRRGGBB of what shows a value: the colour of the largest `from` that is not above it, else `color`. What is no number
 * has `color`, and a colour nobody knows is white.
 */
export function thresholdColor(value: unknown, color: string, thresholds: readonly Threshold[] = []): number {
  const amount = amountOf(value) ?? Number.NEGATIVE_INFINITY;
  const reached = thresholds.filter(({ from }) => from <= amount);
  const highest = reached.reduce<Threshold | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
  return colorNamed(highest?.color ?? color) ?? WHITE;
}
