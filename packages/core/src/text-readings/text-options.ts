import type { OptionsOf } from '../options.ts';
import type { Source } from '../types.ts';
import { JSON_PATH } from './json-path.ts';

const NAMED_READING = {
  type: 'object',
  properties: {
    json: {
      type: 'string',
      pattern: JSON_PATH,
      description: 'Where it lies when the text is JSON.',
      examples: ['main.temp', 'rooms[0].name'],
    },
    line: { type: 'integer', description: 'The line it is on: 1 is the first, -1 the last.' },
    pattern: { type: 'string', format: 'regex', description: 'Its first group is the value; without one all of it.' },
    as: {
      type: 'string',
      enum: ['text', 'number'],
      description: 'The first number in it, or the text as it is. Left out: a number where there is nothing else.',
    },
    unit: { type: 'string', description: 'Such as °C or %.' },
    range: {
      type: 'array',
      items: { type: 'number' },
      minItems: 2,
      maxItems: 2,
      description: 'Smallest and largest value, for bars and graphs.',
    },
    meaning: { type: 'string', description: 'What it is, for `lcd sources`.' },
  },
  additionalProperties: false,
} as const;

/** The options of sources whose values come out of a text: for `options.properties`, beside their own. */
export const TEXT_OPTIONS = {
  pattern: {
    type: 'string',
    format: 'regex',
    description: 'Each named group, such as (?<free>\\d+), is a reading of that name.',
  },
  readings: {
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
    additionalProperties: NAMED_READING,
    description: 'Readings by names of your own, and where they are in the text.',
  },
} as const;

/** Where one reading is in a text, and what is known about it. */
export type NamedReading = OptionsOf<typeof NAMED_READING>;

/** `TEXT_OPTIONS` as a source gets them. */
export interface TextOptions {
  readonly pattern?: string;
  readonly readings?: Readonly<Record<string, NamedReading>>;
}

/** The readings that these options name, for `describeFor`. */
export function describedInText({ pattern, readings = {} }: TextOptions): Source['describe'] {
  const groups = groupsOf(pattern).map((name) => [name, { unit: '', meaning: `What "${name}" in the pattern was.` }]);
  const named = Object.entries(readings).map(([name, { unit = '', range, meaning = `The reading "${name}".` }]) => [
    name,
    { unit, ...(range && { range: [range[0]!, range[1]!] }), meaning },
  ]);
  return Object.fromEntries([...groups, ...named]);
}

/** The names of the groups of a regular expression. */
export const groupsOf = (pattern: string | undefined): readonly string[] =>
  pattern === undefined ? [] : Object.keys(new RegExp(`|${pattern}`).exec('')?.groups ?? {});
