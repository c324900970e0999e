import type { OptionSchema } from '@lcdflow/core';
import fc from 'fast-check';

/** What nobody in their right mind writes, and what comes from titles of songs. */
export const TEXTS: readonly string[] = [
  '',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
  '\n'.repeat(300),
  'a\r\nb\tc\u0007\u001b[2J\u0000\u009b',
  '日本語の長い題名'.repeat(20),
  'שלום (עולם) 12.5% مرحبا بالعالم',
  'e\u0301\u0302\u200d\u0301\ufe0f',
  '\u0301\u200f\u200b\ufeff',
  '👩‍🚀🇩🇪❤️1️⃣'.repeat(9),
  '\ud800\udc00\ud800',
  '12:34',
  '-1.5e30',
];

/** Values of expressions. */
export const VALUES: readonly unknown[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, -0, 1e30, -1e308, 1e308, 5e-324, 2 ** 53],
  ...[undefined, null, true, false, 7n, {}, [], [[1]], Array.from({ length: 300 }, (_, index) => ({ name: index }))],
  ...TEXTS,
];

const any = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary' }));

/** What the check of a config lets through, and what reaches a widget all the same. */
const BY_FORMAT: Readonly<Record<string, readonly string[]>> = {
  color: ['red', '#0f0', '#123456', 'no colour', ''],
  duration: ['1ms', '700ms', '5m', '99999999d', 'soon', ''],
  length: ['1ch', '0px', '7px', '150%', '3fr', '100000px', 'wide'],
  font: ['fit', '4x6', '8x16', '32x64', 'none'],
  row: ['row', 'row.name', 'row.none'],
};

/** Texts that are refused with a message when they mean nothing. */
const REFUSED = ['to', 'timezone', 'locale'];

/** Options for a schema, from its limits and far from what is sensible inside of them. */
export function hostile(schema: OptionSchema, name = ''): fc.Arbitrary<unknown> {
  if ('anyOf' in schema) return fc.oneof(...schema.anyOf.map((one) => hostile(one, name)));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 10_000 });
    case 'number':
      return fc.double({
        min: schema.minimum ?? Number.NEGATIVE_INFINITY,
        max: schema.maximum ?? Number.POSITIVE_INFINITY,
        noNaN: true,
      });
    case 'string':
      return text(schema, name);
    case 'array':
      return fc.array(hostile(schema.items, name), {
        minLength: schema.minItems ?? 0,
        maxLength: schema.maxItems ?? 6,
      });
    default:
      return 'properties' in schema ? members(schema) : fc.constant({});
  }
}

function members({ properties, required = [] }: Extract<OptionSchema, { properties: unknown }>): fc.Arbitrary<unknown> {
  const each = Object.entries(properties).map(([name, option]) => [name, hostile(option, name)] as const);
  return fc.record(Object.fromEntries(each), { requiredKeys: [...required] });
}

function text(schema: Extract<OptionSchema, { type: 'string' }>, name: string): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.examples && (schema.pattern !== undefined || REFUSED.includes(name)))
    return fc.constantFrom(...(schema.examples as readonly string[]));
  const known = BY_FORMAT[schema.format ?? ''];
  return known ? fc.constantFrom(...known) : any.filter((one) => one.length >= (schema.minLength ?? 0));
}
