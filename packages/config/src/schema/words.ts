import type { OptionFormat } from '@lcdflow/core';
import { FORMATS, NAMES_OF_FORMAT } from '../formats.ts';
import { nearest } from '../nearest.ts';

/** A JSON Schema of draft 7 with our own keys, which begin with `lcd`. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: OptionFormat;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly examples?: readonly unknown[];
  /** What is expected, when the schema's own words would not tell. */
  readonly lcdWords?: string;
  readonly [key: string]: unknown;
}

/** What a schema of mappings says about the member of a name, if anything. */
export function schemaOfMember({ properties = {}, additionalProperties }: JsonSchema, name: string) {
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? (additionalProperties as JsonSchema) : undefined;
}

/** Not beginning with a digit: JavaScript puts such keys first, whatever their order in the file. */
export const NAME = '^[A-Za-z_][A-Za-z0-9_-]*$';

const LONGEST = 40;

/** A value of the config as people see it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return String(value);
  const text = isAddress(value) ? withoutSecrets(value) : value;
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

/** Also one that is written wrong. */
const isAddress = (text: string): boolean => /^\S*(?:\/\/|@|\?\w+=)\S*$/.test(text);

/** Neither user and password nor what follows the `?`, such as a key. */
const withoutSecrets = (address: string): string =>
  address.replace(/^([^/@]*\/\/)?.*@/, '$1***@').replace(/\?.*/, '?***');

/** `a, b or c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

function rangeWords({ minimum, maximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function textWords({ format, pattern, examples, minLength }: JsonSchema): string {
  if (format !== undefined && Object.hasOwn(FORMATS, format)) return FORMATS[format].words;
  if (examples !== undefined && examples.length > 0) return `a text such as ${listed(examples.map(shown))}`;
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  return minLength === undefined ? 'a text' : `a text of at least ${minLength} letter${minLength === 1 ? '' : 's'}`;
}

/** What a schema asks for: `a whole number from 1 to 60`. */
export function expected(schema: JsonSchema): string {
  if (schema.lcdWords !== undefined) return schema.lcdWords;
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(expected))].join(' or ');
  if (schema.enum !== undefined) return `${schema.enum.length > 1 ? 'one of ' : ''}${listed(schema.enum.map(String))}`;
  switch (schema.type) {
    case 'string':
      return textWords(schema);
    case 'integer':
      return `a whole number${rangeWords(schema)}`;
    case 'number':
      return `a number${rangeWords(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return schema.items === undefined ? 'a list' : `a list, each ${expected(schema.items)}`;
    case 'null':
      return 'nothing';
    default:
      return 'a mapping';
  }
}

function meantText({ format, enum: choices }: JsonSchema, given: string): string | undefined {
  if (choices !== undefined)
    return nearest(
      given,
      choices.filter((choice) => typeof choice === 'string'),
    );
  if (format === undefined) return undefined;
  const meant = FORMATS[format].meant?.(given);
  if (meant !== undefined && FORMATS[format].matches(meant)) return meant;
  return nearest(given, NAMES_OF_FORMAT[format] ?? []);
}

const TRUE_OR_FALSE: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

/** What a person most likely meant, as it is written in YAML. */
function meant(schema: JsonSchema, given: unknown): string | undefined {
  if (schema.anyOf !== undefined) {
    for (const choice of schema.anyOf) {
      const found = meant(choice, given);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return undefined;
  const text = String(given);
  if (schema.type === 'boolean') return TRUE_OR_FALSE[text.toLowerCase()];
  if (schema.type === 'number' || schema.type === 'integer')
    return typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
  const found = meantText(schema, text);
  if (found !== undefined) return JSON.stringify(found);
  return schema.type === 'string' && typeof given !== 'string' && schema.enum === undefined && isFree(schema)
    ? JSON.stringify(text)
    : undefined;
}

const isFree = ({ format, pattern }: JsonSchema): boolean =>
  pattern === undefined && (format === undefined || ['expression', 'template', 'list', 'row'].includes(format));

/** `must be a number, but is "abc"`, with what was most likely meant. */
export function mismatch(schema: JsonSchema, given: unknown): string {
  if (holdsSecrets(schema)) return `must be ${expected(schema)}`;
  const guess = meant(schema, given);
  const hint = guess === undefined ? '' : `, did you mean ${guess}?`;
  return `must be ${expected(schema)}, but is ${shown(given)}${hint}`;
}

/** Whether it is a secret, or holds one: what stands in its place may be one, too. */
const holdsSecrets = ({ lcdSecret, items, additionalProperties, properties = {}, anyOf = [] }: JsonSchema): boolean =>
  lcdSecret === true ||
  [items, additionalProperties, ...anyOf, ...Object.values(properties)].some(
    (inner) => typeof inner === 'object' && holdsSecrets(inner as JsonSchema),
  );
