import {
  amountOf,
  bar as barOf,
  colorNamed,
  definePlugin,
  defineWidget,
  fractionOf,
  scaleOf,
  WHITE,
} from '@lcdflow/core';
import { distinctUntilChanged, map, scan } from 'rxjs';

/** A bar. */
export const bar = defineWidget({
  name: 'bar',
  meaning: 'A bar as long as a reading is large.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show. Without a value the bar is empty.',
        examples: ['cpu.busy', 'memory.used'],
      },
      min: {
        type: 'number',
        description:
          "The value of an empty bar; the reading's own smallest value when left out, else 0 or the smallest seen.",
      },
      max: {
        type: 'number',
        description: "The value of a full bar; the reading's own largest value when left out, else the largest seen.",
      },
      direction: {
        type: 'string',
        enum: ['right', 'left', 'up', 'down'],
        default: 'right',
        description: 'Where the bar grows to.',
      },
      frame: {
        type: 'boolean',
        default: true,
        description: 'A frame of one pixel, where there is room for one; characters have none.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the bar.' },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, min, max, direction, frame, color }, context) {
    const look = { direction, frame, color: colorNamed(color) ?? WHITE };
    return context.value(value).pipe(
      map((quantity) => ({ quantity, amount: amountOf(quantity.value) })),
      scan(
        (before, { quantity, amount }) => {
          const seen = amount === undefined ? before.seen : extremes([...before.seen, amount]);
          return { seen, fraction: fractionOf(amount, ...scaleOf({ min, max }, quantity, seen)) };
        },
        { seen: [] as readonly number[], fraction: undefined as number | undefined },
      ),
      map(({ fraction }) => fraction),
      distinctUntilChanged(),
      map((fraction) => barOf({ ...look, fraction })),
    );
  },
});

/** The smallest and the largest. */
const extremes = (values: readonly number[]): readonly number[] => [Math.min(...values), Math.max(...values)];

export default definePlugin({ name: 'bar', apiVersion: 1, widgets: [bar] });
