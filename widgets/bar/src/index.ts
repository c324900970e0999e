import {
  bar as barOf,
  definePlugin,
  defineWidget,
  limitsOptions,
  type Scaled,
  scaledValues,
  thresholdColor,
  thresholdsOption,
} from '@lcdflow/core';
import { distinctUntilChanged, map } from 'rxjs';

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
      second: {
        type: 'string',
        format: 'expression',
        description: 'A second value on the same scale: the bar is two, one in each half.',
        examples: ['network.transmit'],
      },
      ...limitsOptions,
      direction: {
        type: 'string',
        enum: ['right', 'left', 'up', 'down'],
        default: 'right',
        description: 'Where the bar grows to.',
      },
      segments: {
        type: 'integer',
        minimum: 1,
        description:
          'So many blocks with gaps between them, as far as there is room for them; one piece when left out.',
        examples: [10],
      },
      frame: {
        type: 'boolean',
        default: true,
        description: 'A frame of one pixel, where there is room for one; characters have none.',
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the bar.' },
      secondColor: {
        type: 'string',
        format: 'color',
        description: "The colour of the second value; the first one's when left out.",
      },
      colors: thresholdsOption,
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, second, min, max, color, secondColor = color, colors, ...look }, context) {
    const expressions = second === undefined ? [value] : [value, second];
    return scaledValues(expressions, { min, max }, context).pipe(
      map(([first, other]) => partsOf(shown(first!, color, colors), other && shown(other, secondColor, colors))),
      distinctUntilChanged((a, b) => isSame(a, b)),
      map((parts) => barOf({ ...look, ...parts })),
    );
  },
});

type Colors = Parameters<typeof thresholdColor>[2];

const shown = ({ amount, fraction }: Scaled, color: string, colors: Colors) => ({
  fraction,
  color: thresholdColor(amount, color, colors),
});

type Share = ReturnType<typeof shown>;

const partsOf = (
  first: Share,
  other: Share | undefined,
): Share & { second?: number | undefined; secondColor?: number } =>
  other ? { ...first, second: other.fraction, secondColor: other.color } : first;

const isSame = (a: Share, b: Share): boolean => String(Object.values(a)) === String(Object.values(b));

export default definePlugin({ name: 'bar', apiVersion: 1, widgets: [bar] });
