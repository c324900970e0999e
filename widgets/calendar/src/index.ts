import { colorNamed, definePlugin, defineWidget, WHITE } from '@lcdflow/core';
import dayjs from 'dayjs';
import { defer, distinctUntilChanged, map } from 'rxjs';
import { languageNamed } from './language.ts';
import { sheet } from './sheet.ts';

const MINUTE = 60_000;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The days of this month, or of this week. */
export const calendar = defineWidget({
  name: 'calendar',
  meaning: 'The days of this month with today inverted, or of this week where there is less room.',
  options: {
    type: 'object',
    properties: {
      locale: {
        type: 'string',
        format: 'language',
        default: 'en-GB',
        description: 'The language of the names, and the country that says where a week begins, as a BCP 47 tag.',
        examples: ['de', 'en-US', 'pt-BR'],
      },
      first: {
        type: 'string',
        enum: DAYS,
        description: 'The first day of a week; that of the locale when left out.',
      },
      font: {
        type: 'string',
        format: 'font',
        default: 'fit',
        description: "A font's name, or fit for the largest in which a month fits.",
        examples: ['6x8', 'fit'],
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
    },
    additionalProperties: false,
  },
  render({ locale, first, font, color: name }, { ticks }) {
    return defer(() => {
      const language = languageNamed(locale);
      const look = {
        language,
        first: first ? DAYS.indexOf(first) : language.first,
        font,
        color: colorNamed(name) ?? WHITE,
      };
      return ticks(MINUTE).pipe(
        map((now) => dayjs(now)),
        distinctUntilChanged((before, after) => before.isSame(after, 'day')),
        map((today) => sheet({ ...look, today })),
      );
    });
  },
});

export default definePlugin({ name: 'calendar', apiVersion: 1, widgets: [calendar] });
