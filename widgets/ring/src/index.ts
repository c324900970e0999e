import {
  definePlugin,
  defineWidget,
  limitsOptions,
  scaledValues,
  thresholdColor,
  thresholdsOption,
} from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, of } from 'rxjs';
import { ringPicture } from './ring-picture.ts';

/** A ring that fills. */
export const ring = defineWidget({
  name: 'ring',
  meaning: 'A ring that fills clockwise, with the percentage in its middle.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show. Without a value the ring is empty.',
        examples: ['cpu.busy', 'memory.used'],
      },
      text: {
        type: 'string',
        format: 'template',
        description: 'What stands in the middle; the percentage when left out, nothing when empty.',
        examples: ['CPU', '{{ cpu.busy }}'],
      },
      ...limitsOptions,
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the ring.' },
      colors: thresholdsOption,
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, text, min, max, color, colors }, context) {
    return combineLatest([
      text === undefined ? of(undefined) : context.text(text),
      scaledValues([value], { min, max }, context),
    ]).pipe(
      map(([words, [now]]) => ({
        fraction: now!.fraction,
        text: words ?? percent(now!.fraction),
        color: thresholdColor(now!.amount, color, colors),
      })),
      distinctUntilChanged((a, b) => a.fraction === b.fraction && a.text === b.text && a.color === b.color),
      map(ringPicture),
    );
  },
});

const percent = (fraction: number | undefined): string =>
  fraction === undefined ? '-' : `${Math.round(fraction * 100)}%`;

export default definePlugin({ name: 'ring', apiVersion: 1, widgets: [ring] });
