import {
  definePlugin,
  defineWidget,
  historyStream,
  limitsOptions,
  type Place,
  thresholdsOption,
  valuesAcross,
} from '@lcdflow/core';
import { distinctUntilChanged, map } from 'rxjs';
import { gutterOf, labelled } from './labels.ts';
import { isSamePicture, pictured } from './pictured.ts';

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
      series: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            value: { type: 'string', format: 'expression', description: 'What to show, on the same scale.' },
            color: { type: 'string', format: 'color', default: 'gray', description: 'Its colour.' },
          },
          required: ['value'],
          additionalProperties: false,
        },
        description: 'More values in the same graph; on characters each has its own lines, as far as there are any.',
        examples: [[{ value: 'network.transmit', color: 'orange' }]],
      },
      span: {
        type: 'string',
        format: 'duration',
        default: '5m',
        description: 'The time from the left edge to the right one; each column shows the mean of its share.',
        examples: ['60s', '5m', '24h'],
      },
      ...limitsOptions,
      style: {
        type: 'string',
        enum: ['filled', 'line', 'columns'],
        default: 'filled',
        description: 'Filled from below, a line, or columns of two pixels; characters are always filled.',
      },
      labels: {
        type: 'boolean',
        default: false,
        description: 'The values of the upper and lower edge and the value now, at the right, where there is room.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the graph.' },
      colors: thresholdsOption,
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, series = [], span, min, max, style, labels, color, colors = [] }, context) {
    const gutter = labels ? gutterOf(context.place) : 0;
    const place = { ...context.place, width: context.place.width - gutter };
    const look = { limits: { min, max }, steps: stepsOf(place), colors: [color, ...series.map((one) => one.color)] };
    const expressions = [value, ...series.map((one) => one.value)];
    return historyStream(expressions, span, valuesAcross(place, style), context).pipe(
      map((past) => pictured(past, { ...look, thresholds: colors, labels: gutter > 0 })),
      distinctUntilChanged(isSamePicture),
      map(({ series: [first, ...others], texts }) => labelled({ ...first!, others, style }, texts, gutter)),
    );
  },
});

/** Heights that can be told from each other. */
const stepsOf = ({ cell, height }: Pick<Place, 'cell' | 'height'>): number =>
  cell === 'character' ? height * 8 : height;

export default definePlugin({ name: 'graph', apiVersion: 1, widgets: [graph] });
