import type { OptionsOf } from '@lcdflow/core';
import { WEB_OPTIONS } from '@lcdflow/web';

/** The options of `calendar`. */
export const OPTIONS = {
  type: 'object',
  properties: {
    paths: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: "iCalendar files, read when they change; relative to the config's folder.",
    },
    urls: {
      type: 'array',
      items: { type: 'string', format: 'secret' },
      description:
        'Addresses of iCalendar files, by http or https; shown nowhere, since who knows one reads the calendar.',
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
  additionalProperties: false,
} as const;

/** The options of `calendar` as it gets them. */
export type CalendarOptions = OptionsOf<typeof OPTIONS>;
