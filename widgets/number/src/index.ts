import {
  alignOptions,
  colorNamed,
  definePlugin,
  defineWidget,
  type Quantity,
  thresholdColor,
  thresholdsOption,
  WHITE,
} from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, scan } from 'rxjs';
import { digitsOf, longer, type NumberFormat } from './digits.ts';
import { numberPicture } from './number-picture.ts';

/** A number in large digits. */
export const number = defineWidget({
  name: 'number',
  meaning: 'A value in the largest digits that fit, with its name and unit in small letters.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: {
        type: 'string',
        format: 'expression',
        description: 'What to show: a number, or a text such as a duration. A dash without a value.',
        examples: ['cpu.busy', 'duration(uptime.seconds)'],
      },
      label: {
        type: 'string',
        format: 'template',
        default: '',
        description: 'Stands above the digits or before them, in small letters.',
        examples: ['CPU', '{{ host.name }}'],
      },
      unit: {
        type: 'string',
        description:
          "Stands behind the digits, in small letters; the reading's own unit when left out, none when empty.",
        examples: ['°C'],
      },
      prefix: {
        type: 'string',
        default: '',
        description: 'Stands before the digits, as large as they are.',
        examples: ['+'],
      },
      decimals: {
        type: 'integer',
        minimum: 0,
        maximum: 15,
        description: 'So many decimals; two or three digits with k, M, G … before the unit when left out.',
      },
      ...alignOptions,
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of digits and letters.' },
      colors: thresholdsOption,
    },
    required: ['value'],
    additionalProperties: false,
  },
  render({ value, label, unit, prefix, decimals, align, vertical, color, colors }, context) {
    const format = { unit, prefix, decimals };
    const nameColor = colorNamed(color) ?? WHITE;
    const values = context.value(value).pipe(scan((before, now) => sized(before.longest, now, format), NOTHING_YET));
    return combineLatest([context.text(label), values]).pipe(
      map(([words, { amount, ...digits }]) => ({
        ...{ ...digits, align, vertical, nameColor },
        name: words.replace(/\p{Cc}/gu, ' '),
        color: thresholdColor(amount, color, colors),
      })),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      map(numberPicture),
    );
  },
});

interface Sized {
  readonly amount: unknown;
  readonly digits: string;
  readonly unit: string;
  /** The longest digits so far, and those at the ends of the scale. */
  readonly longest: string;
}

const NOTHING_YET: Sized = { amount: undefined, digits: '-', unit: '', longest: '' };

function sized(longest: string, quantity: Quantity, format: NumberFormat): Sized {
  const shown = digitsOf(quantity, format);
  const ends = [quantity.min, quantity.max].map((value) => digitsOf({ value }, format).digits);
  return { amount: quantity.value, ...shown, longest: [shown.digits, ...ends].reduce(longer, longest) };
}

export default definePlugin({ name: 'number', apiVersion: 1, widgets: [number] });
