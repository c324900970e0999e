import {
  definePlugin,
  defineWidget,
  limitsOptions,
  type Scaled,
  scaledValues,
  shortNumber,
  type Threshold,
  thresholdColor,
  thresholdsOption,
} from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, of } from 'rxjs';
import { gaugePicture } from './gauge-picture.ts';
import { zonesOf } from './zones.ts';

/** A dial with a needle. */
export const gauge = defineWidget({
  name: 'gauge',
  meaning: 'A dial with a needle and the value below it.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show. Without a value there is no needle.',
        examples: ['cpu.busy', 'temperature.cpu'],
      },
      text: {
        type: 'string',
        format: 'template',
        description: 'What stands below the needle; the value with its unit when left out, nothing when empty.',
        examples: ['CPU', '{{ cpu.busy }}'],
      },
      ...limitsOptions,
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of scale and needle.' },
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
      map(([words, [now]]) => dialOf(now!, words ?? wordsOf(now!), color, colors)),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      map(gaugePicture),
    );
  },
});

const dialOf = (now: Scaled, text: string, color: string, colors: readonly Threshold[] = []) => ({
  fraction: now.fraction,
  text,
  letters: now.unit === '%' ? 4 : 5 + now.unit.length,
  color: thresholdColor(now.amount, color, colors),
  zones: zonesOf(now, color, colors),
});

const wordsOf = ({ amount, unit }: Scaled): string => (amount === undefined ? '-' : shortNumber(amount) + unit);

export default definePlugin({ name: 'gauge', apiVersion: 1, widgets: [gauge] });
