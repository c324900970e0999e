import {
  definePlugin,
  defineWidget,
  fractionOf,
  graph,
  historyStream,
  limitsOptions,
  type Past,
  type Place,
  scaleOf,
  type Threshold,
  thresholdColor,
  thresholdsOption,
} from '@lcdflow/core';
import { distinctUntilChanged, map } from 'rxjs';

/** A tiny graph. */
export const sparkline = defineWidget({
  name: 'sparkline',
  meaning: 'A graph as high as a line of text; it goes on while its page is hidden.',
  main: 'value',
  background: true,
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show. While it has no value there is a gap.',
        examples: ['cpu.busy', 'load.one'],
      },
      span: {
        type: 'string',
        format: 'duration',
        default: '1m',
        description: 'The time from the left edge to the right one; each column shows the mean of its share.',
        examples: ['30s', '1m', '1h'],
      },
      ...limitsOptions,
      style: {
        type: 'string',
        enum: ['filled', 'line'],
        default: 'filled',
        description: 'Filled from below, or a line; characters are always filled.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the graph.' },
      colors: thresholdsOption,
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, span, min, max, style, color, colors }, context) {
    const { y, height } = lineOf(context.place);
    const steps = context.place.cell === 'character' ? height * 8 : height;
    const width = context.place.width;
    return historyStream([value], span, width, context).pipe(
      map(([past]) => columnsOf(past!, { min, max }, steps, { color, colors })),
      distinctUntilChanged(
        (a, b) => String(a.fractions) === String(b.fractions) && String(a.colors) === String(b.colors),
      ),
      map((columns) => (surface) => graph({ ...columns, style })(surface.clip({ x: 0, y, width, height }))),
    );
  },
});

/** The rows of one line of text in the middle of a place: on pixels its last row stays free, as below letters. */
function lineOf({ cell, height, letter }: Place): { readonly y: number; readonly height: number } {
  const line = Math.min(height, letter.height);
  const used = cell === 'pixel' && line > 2 ? line - 1 : line;
  return { y: Math.floor((height - line) / 2), height: used };
}

/** Rounded to what the line can show, so that what looks the same is the same. */
function columnsOf(
  { values, quantity }: Past,
  limits: { readonly min: number | undefined; readonly max: number | undefined },
  steps: number,
  { color, colors = [] }: { readonly color: string; readonly colors: readonly Threshold[] | undefined },
) {
  const known = values.filter((value) => value !== undefined);
  const [low, high] = scaleOf(limits, quantity, known);
  const fractions = values.map((value) => {
    const fraction = fractionOf(value, low, high);
    return fraction === undefined ? undefined : Math.max(1, Math.round(fraction * steps)) / steps;
  });
  return { fractions, colors: values.map((value) => thresholdColor(value, color, colors)) };
}

export default definePlugin({ name: 'sparkline', apiVersion: 1, widgets: [sparkline] });
