import {
  alignOptions,
  bigText,
  definePlugin,
  defineWidget,
  label,
  thresholdColor,
  thresholdsOption,
} from '@lcdflow/core';
import { defer, distinctUntilChanged, map } from 'rxjs';
import { spanText } from './span-text.ts';
import { targetOf } from './target.ts';

const SECOND = 1_000;
/** How long the text of the end is seen where the next day begins anew. */
const STAY = 60_000;

/** The time until or since a moment. */
export const countdown = defineWidget({
  name: 'countdown',
  meaning: 'The time until a moment, or since one.',
  main: 'to',
  options: {
    type: 'object',
    properties: {
      to: {
        type: 'string',
        format: 'moment',
        description: 'A date, a date and a time, or a time of day: that counts every day anew.',
        examples: ['2026-12-24', '2026-12-31 23:59:59', '18:30'],
      },
      direction: {
        type: 'string',
        enum: ['down', 'up'],
        default: 'down',
        description: 'Down to the moment, or up from it.',
      },
      format: {
        type: 'string',
        minLength: 1,
        description: 'D H m s, doubled for two digits, and text in [ ]; as short as can be read when left out.',
        examples: ['D [days]', 'HH:mm:ss', 'm [min] ss [s]'],
      },
      end: {
        type: 'string',
        description: 'What stands there when the moment has come; nothing is left of the time when left out: 0:00.',
        examples: ['Happy new year!'],
      },
      ...alignOptions,
      font: {
        type: 'string',
        format: 'font',
        default: 'fit',
        description: "A font's name, or fit for the largest that fits; over several lines of letters then.",
        examples: ['6x8', 'fit'],
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
      colors: {
        ...thresholdsOption,
        description: 'Other colours while more seconds are left, or gone: the largest `from` that they reach counts.',
        examples: [[{ from: 60, color: 'white' }]],
      },
    },
    required: ['to'],
    additionalProperties: false,
  },
  render({ to, direction, format, end, color, colors, ...look }, { place, ticks }) {
    const isBig = look.font === 'fit' && place.cell === 'character';
    return defer(() => {
      const target = targetOf(to, direction, STAY);
      const shownAt = (now: number) => {
        const left = direction === 'down' ? target(now) - now : now - target(now);
        // A second is over when all of it is over, either way.
        const seconds = Math.max(0, direction === 'down' ? Math.ceil(left / SECOND) : Math.floor(left / SECOND));
        const isOver = direction === 'down' && left <= 0;
        const text = isOver && end !== undefined ? end : spanText(seconds, format);
        return { text, color: thresholdColor(seconds, color, colors) };
      };
      return ticks(SECOND).pipe(
        map(shownAt),
        distinctUntilChanged((a, b) => a.text === b.text && a.color === b.color),
        map(({ text, color: ink }) =>
          isBig && /\d/.test(text) ? bigText(text, look) : label(text, { ...look, color: ink }),
        ),
      );
    });
  },
});

export default definePlugin({ name: 'countdown', apiVersion: 1, widgets: [countdown] });
