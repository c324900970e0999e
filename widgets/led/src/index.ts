import { definePlugin, defineWidget, thresholdColor, thresholdsOption } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, of } from 'rxjs';
import { lampPicture } from './lamp-picture.ts';

const HALF = 500;

/** A lamp on the glass. */
export const led = defineWidget({
  name: 'led',
  meaning: 'A lamp that is lit while an expression holds.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'Lit while this holds: not false, 0, an empty text, or missing.',
        examples: ['cpu.busy > 90', 'network.receive'],
      },
      blinking: { type: 'boolean', default: false, description: 'Lit for half of each second only.' },
      color: { type: 'string', format: 'color', default: 'lime', description: 'The colour of the lit lamp.' },
      colors: thresholdsOption,
      offColor: {
        type: 'string',
        format: 'color',
        default: 'gray',
        description: 'The colour of the ring that is left of a dark lamp.',
      },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, blinking, color, colors, offColor }, context) {
    const dark = thresholdColor(undefined, offColor);
    const isShining = blinking ? context.ticks(HALF).pipe(map((now) => Math.floor(now / HALF) % 2 === 0)) : of(true);
    return combineLatest([context.value(value), isShining]).pipe(
      map(([{ value: now }, shining]) => ({
        lit: Boolean(now) && shining,
        color: now && shining ? thresholdColor(now, color, colors) : dark,
      })),
      distinctUntilChanged((a, b) => a.lit === b.lit && a.color === b.color),
      map(lampPicture),
    );
  },
});

export default definePlugin({ name: 'led', apiVersion: 1, widgets: [led] });
