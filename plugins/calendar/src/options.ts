import type { OptionsOf } from '@lcdflow/core';
import { WEB_OPTIONS } from '@lcdflow/web';

/** The options of `calendar`. */
export const OPTIONS = {
  type: 'object',
  properties: {
    calendars: {
      type: 'array',
      minItems: 1,
      items: {
        anyOf: [
          { type: 'string', minLength: 1, examples: ['birthdays.ics'] },
          {
            type: 'object',
            properties: { url: { type: 'string', format: 'secret', description: 'Its address, by http or https.' } },
            required: ['url'],
            additionalProperties: false,
          },
        ],
      },
      description:
        "iCalendar files, relative to the config's folder, and addresses; who knows one reads the calendar: as `url` it may be `{ env: NAME }` or `{ file: PATH }`, and it is shown nowhere.",
      examples: [['birthdays.ics', { url: 'https://cloud.example/anna.ics' }]],
    },
    days: {
      type: 'integer',
      minimum: 1,
      maximum: 366,
      default: 14,
      description: 'How many days ahead it looks.',
    },
    every: {
      type: 'string',
      format: 'duration',
      default: '15m',
      description: 'Time between two questions to the same address.',
    },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 2_097_152,
      description: 'The most bytes of a calendar; a larger one does not count.',
    },
    ...WEB_OPTIONS,
  },
  required: ['calendars'],
  additionalProperties: false,
} as const;

/** The options of `calendar` as it gets them. */
export type CalendarOptions = OptionsOf<typeof OPTIONS>;
