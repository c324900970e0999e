import {
  amountOf,
  colorNamed,
  definePlugin,
  defineWidget,
  type Readings,
  thresholdColor,
  thresholdsOption,
  WHITE,
} from '@lcdflow/core';
import { distinctUntilChanged, map } from 'rxjs';
import { busyOf, cores } from './cores.ts';
import { total } from './total.ts';

/** How busy the processor is. */
export const cpu = defineWidget({
  name: 'cpu',
  meaning: 'How busy the processor is, from the source named cpu.',
  main: 'show',
  options: {
    type: 'object',
    properties: {
      show: {
        type: 'string',
        enum: ['total', 'cores'],
        default: 'total',
        description: 'All cores together with name and percentage, or one bar for each core.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of letters and bars.' },
      colors: thresholdsOption,
    },
    additionalProperties: false,
  },
  render({ show, color, colors }, context) {
    const ink = colorNamed(color) ?? WHITE;
    const draw = show === 'total' ? total : cores;
    const colorOf = (busy: number | undefined): number => thresholdColor(busy, color, colors);
    const shown = (readings: Readings): string => String(show === 'total' ? amountOf(readings.busy) : busyOf(readings));
    return context.source('cpu').pipe(
      distinctUntilChanged((a, b) => shown(a) === shown(b)),
      map((readings) => draw(readings, context.place, { ink, colorOf })),
    );
  },
});

export default definePlugin({ name: 'cpu', apiVersion: 1, widgets: [cpu] });
