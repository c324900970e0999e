import { FONT_NAMES } from '@lcdflow/core';
import { FORMATS } from '../formats.ts';
import { type JsonSchema, NAME } from './words.ts';

/** What a config may name under `fonts`. */
export const FONTS: JsonSchema = {
  type: 'object',
  propertyNames: { pattern: NAME },
  additionalProperties: {
    anyOf: [
      { type: 'string', minLength: 1, lcdWords: 'the path of a font' },
      {
        type: 'object',
        properties: {
          file: { type: 'string', minLength: 1, description: 'The file: BDF, PCF, PSF, TrueType or OpenType.' },
          size: {
            type: 'string',
            pattern: '^[1-9][0-9]{0,2}px$',
            examples: ['14px'],
            description: 'Of TrueType and OpenType: pixels from one line to the next, 16px when left out.',
          },
          threshold: {
            type: 'string',
            format: 'percent',
            description:
              'Of TrueType and OpenType: how much of a pixel is covered that is ink on two colours, 50% when left out.',
          },
        },
        required: ['file'],
        additionalProperties: false,
        lcdWords: 'a mapping such as { file: DejaVuSans.ttf, size: 14px }',
      },
    ],
    lcdWords: 'the path of a font, or a mapping such as { file: DejaVuSans.ttf, size: 14px }',
  },
  lcdWords: 'a mapping of fonts by name',
  description: "Fonts of your own, by names that displays and widgets use. Paths begin at the config's folder.",
};

function mapped(value: unknown, font: (schema: JsonSchema, names: readonly string[]) => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, font));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as JsonSchema;
  if (schema.enum === FONT_NAMES) return font(schema, FONT_NAMES);
  if (schema.type === 'string' && schema.format === 'font') return font(schema, ['fit', ...FONT_NAMES]);
  return Object.fromEntries(Object.entries(schema).map(([key, member]) => [key, mapped(member, font)]));
}

/** A schema in which a config's own fonts are known wherever the name of a font is. */
export const withFontNames = (schema: JsonSchema, own: readonly string[]): JsonSchema =>
  mapped(schema, ({ format: _, ...rest }, names) => ({
    ...rest,
    enum: [...names, ...own],
    lcdWords: FORMATS.font.words,
  })) as JsonSchema;

/** The same for editors, which do not know the config's own fonts: any name is right. */
export const withAnyFontName = (schema: JsonSchema): JsonSchema =>
  mapped(schema, (font, names) => {
    const { enum: _, type: __, ...rest } = font;
    return font.format === 'font' ? font : { ...rest, anyOf: [{ enum: names }, { type: 'string', pattern: NAME }] };
  }) as JsonSchema;
