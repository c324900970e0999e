import { FONT_NAMES } from '@lcdflow/core';
import type { JsonSchema } from './words.ts';

/** What each display may have besides its driver's options. */
export const DISPLAY: Readonly<Record<string, JsonSchema>> = {
  driver: { type: 'string', description: 'The kind of panel.' },
  font: { type: 'string', enum: FONT_NAMES, description: "The display's own font; chosen by its size when left out." },
  fps: { type: 'number', minimum: 1, maximum: 60, default: 10, description: 'At most so many frames a second.' },
  ink: {
    type: 'string',
    enum: ['dark', 'light'],
    description: 'How ink looks on this panel, for images and codes; as the model usually is when left out.',
  },
  pages: {
    type: 'array',
    items: { type: 'string', lcdWords: 'the name of a page' },
    minItems: 1,
    uniqueItems: true,
    lcdWords: 'a list of names of pages',
    description: 'The pages it shows; all in their order when left out.',
  },
  rotate: { type: 'string', format: 'duration', description: 'Time after which the next page comes.' },
  controls: {
    type: 'object',
    additionalProperties: { type: 'string', format: 'expression' },
    lcdWords: 'a mapping such as { led1: "cpu.busy > 90" }',
    description:
      'Expressions that rule its controls, such as LEDs and the backlight: lit while they hold, or a level from 0 to 1.',
  },
  farewell: {
    anyOf: [
      { type: 'string', enum: ['blank', 'keep'] },
      {
        type: 'object',
        properties: {
          page: {
            type: 'string',
            lcdWords: 'the name of a page',
            description: 'The page that stays on the glass; nothing when left out.',
          },
          backlight: {
            type: 'string',
            format: 'percent',
            description: 'As it stays: with a page as it was, otherwise off, when left out.',
          },
        },
        additionalProperties: false,
        lcdWords: 'a mapping such as { page: bye, backlight: 20% }',
      },
    ],
    lcdWords: 'blank, keep or a mapping such as { page: bye, backlight: 20% }',
    description:
      'What it shows when the program has ended: nothing and no backlight (blank), what it showed last (keep), or a page. Left out: blank for panels on a bus, otherwise keep.',
  },
};
