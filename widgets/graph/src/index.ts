import {
  colorNamed,
  definePlugin,
  defineWidget,
  fractionOf,
  graph as graphOf,
  milliseconds,
  scaleOf,
  WHITE,
} from '@lcdflow/core';
import { distinctUntilChanged, map, merge, scan } from 'rxjs';
import { advanced, type History, NO_HISTORY, recorded, valuesOf } from './history.ts';
import { sliceOf } from './slice.ts';

/** A graph of the past. */
export const graph = defineWidget({
  name: 'graph',
  meaning: 'A graph of how a reading has changed; it goes on while its page is hidden.',
  main: 'value',
  background: true,
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show. While it has no value there is a gap.',
        examples: ['cpu.busy', 'network.receive'],
      },
      span: {
        type: 'string',
        format: 'duration',
        default: '5m',
        description: 'The time from the left edge to the right one; each column shows the mean of its share.',
        examples: ['60s', '5m', '24h'],
      },
      min: {
        type: 'number',
        description:
          "The value at the lower edge; the reading's own smallest value when left out, else 0 or the smallest shown.",
      },
      max: {
        type: 'number',
        description:
          "The value at the upper edge; the reading's own largest value when left out, else the largest shown.",
      },
      style: {
        type: 'string',
        enum: ['filled', 'line'],
        default: 'filled',
        description: 'Filled from below, or a line; characters are always filled.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the graph.' },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, span, min, max, style, color }, context) {
    const { width, height, cell } = context.place;
    const slice = sliceOf(milliseconds(span), width);
    const steps = cell === 'character' ? height * 8 : height;
    const changes = merge(
      context.ticks(slice).pipe(map((now) => (past: History) => advanced(past, Math.floor(now / slice), width))),
      context.value(value).pipe(map((quantity) => (past: History) => recorded(past, quantity))),
    );
    return changes.pipe(
      scan((past, change) => change(past), NO_HISTORY),
      map((past) => {
        const values = valuesOf(past, width);
        const known = values.filter((one) => one !== undefined);
        const [low, high] = scaleOf({ min, max }, past.quantity, known);
        return values.map((one) => rounded(fractionOf(one, low, high), steps));
      }),
      distinctUntilChanged((a, b) => a.every((fraction, column) => fraction === b[column])),
      map((fractions) => graphOf({ fractions, style, color: colorNamed(color) ?? WHITE })),
    );
  },
});

/** To what the place can show, so that what looks the same is the same. */
const rounded = (fraction: number | undefined, steps: number): number | undefined =>
  fraction === undefined ? undefined : Math.max(1, Math.round(fraction * steps)) / steps;

export default definePlugin({ name: 'graph', apiVersion: 1, widgets: [graph] });
