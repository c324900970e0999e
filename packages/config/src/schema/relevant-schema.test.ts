import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fakePlugin } from '../../test/fake-plugins.ts';
import { createCatalogue } from '../catalogue.ts';
import { prepareConfig } from '../prepare.ts';
import { checkSchema } from './config-schema.ts';
import { relevantSchema } from './relevant-schema.ts';
import type { JsonSchema } from './words.ts';

const RIGHT = readFileSync(new URL('../../test/cases/right-full/lcd.config.yaml', import.meta.url), 'utf8');
const CATALOGUE = createCatalogue([fakePlugin]);
const WHOLE = checkSchema(CATALOGUE, []);

const compiled = (schema: JsonSchema) =>
  new Ajv({ strict: false, validateFormats: false, useDefaults: true, allErrors: true }).compile(schema);

/** What a schema says of a value, and the value with its defaults. */
function checked(check: ReturnType<typeof compiled>, value: unknown) {
  const copy = structuredClone(value);
  return { isRight: check(copy), copy, told: (check.errors ?? []).map(({ message }) => message).sort() };
}

/** All places of a value, by the keys that lead to them. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, put);
  if (copy[key] === undefined) delete copy[key];
  return copy;
}

const right = (): unknown => prepareConfig(parse(RIGHT), CATALOGUE);

test('takes and refuses what the whole schema does, fills in the same, and tells as much where it is to tell', () => {
  const words = ['panel', '20x4', 'text', 'cpu', '3ch', '', 'when', 'value', 'align', 'clock', 'row', 'source'];
  const put = fc.oneof(
    fc.constantFrom(undefined, null, 0, -1, 7.5, true, [], {}, ...words),
    fc.dictionary(fc.constantFrom(...words), fc.constantFrom(null, 1, 'panel', [])),
  );
  const wholeCheck = compiled(WHOLE);
  const place = fc.constantFrom(...placesIn(right()));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, put), { maxLength: 2 }), (changes) => {
      let value = right();
      for (const [path, what] of changes) {
        if (placesIn(value).some((other) => other.join('/') === path.join('/'))) value = changed(value, path, what);
      }
      const whole = checked(wholeCheck, value);
      const quick = checked(compiled(relevantSchema(WHOLE, value, false)), value);
      expect(quick.isRight).toBe(whole.isRight);
      if (whole.isRight) expect(quick.copy).toEqual(whole.copy);
      expect(checked(compiled(relevantSchema(WHOLE, value, true)), value)).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test('a member that is not there leaves its default, a mapping also the defaults inside', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      a: { type: 'integer', minimum: 3, default: 4 },
      b: { type: 'object', properties: { c: { type: 'string', default: 'x' } }, default: {} },
      d: { type: 'string', minLength: 2 },
    },
    additionalProperties: false,
  };
  expect(relevantSchema(schema, {}, false)).toEqual({
    type: 'object',
    properties: { a: { default: 4 }, b: { type: 'object', properties: { c: { default: 'x' } }, default: {} }, d: true },
    additionalProperties: false,
  });
  expect(relevantSchema(schema, {}, true)).toEqual(schema);
  expect(checked(compiled(relevantSchema(schema, {}, false)), {}).copy).toEqual({ a: 4, b: { c: 'x' } });
});

test('a branch for a kind that nobody names is gone', () => {
  const kind = (name: string): JsonSchema => ({
    if: { properties: { kind: { const: name } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { required: [name] },
  });
  expect(relevantSchema({ allOf: [kind('a'), kind('b')] }, { kind: 'b' }, true)).toEqual({ allOf: [{}, kind('b')] });
});
