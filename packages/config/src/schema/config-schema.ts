import type { DisplayDriver, OptionsSchema, Plugin, Source } from '@lcdflow/core';
import { type Catalogue, createCatalogue } from '../catalogue.ts';
import { deviceSchema } from './device-schema.ts';
import { DISPLAY } from './display-keys.ts';
import { FONTS, withAnyFontName, withFontNames } from './font-names.ts';
import { editorNodeSchema, nodeSchema } from './node-schema.ts';
import { withSecretForms } from './secret-forms.ts';
import { type JsonSchema, NAME } from './words.ts';

/** The keys of a display that belong to the framework, not to its driver. */
export const DISPLAY_KEYS: readonly string[] = [...Object.keys(DISPLAY), 'device'];

const named = (members: JsonSchema, words: string): JsonSchema => ({
  type: 'object',
  propertyNames: { pattern: NAME },
  additionalProperties: members,
  minProperties: 1,
  lcdWords: words,
});

const ACTIONS: JsonSchema = { type: 'string', enum: ['page.next', 'page.previous'] };

const PLUGINS: JsonSchema = {
  type: 'array',
  items: {
    anyOf: [
      { type: 'string', minLength: 1, lcdWords: 'the name of a plugin' },
      { type: 'object', minProperties: 1, maxProperties: 1, lcdWords: 'a name with its options' },
    ],
  },
  lcdWords: 'a list of plugins',
  description: 'Packages or files that bring drivers, widgets, sources and functions.',
};

const whenNames = (key: string, name: string, then: JsonSchema): JsonSchema => ({
  if: { properties: { [key]: { const: name } }, required: [key] },
  then,
});

const optionsBeside = (
  options: OptionsSchema,
  own: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema => ({
  properties: { ...(withSecretForms(options as never).properties as JsonSchema['properties']), ...own },
  required: [...required, ...(options.required ?? []).filter((key) => !Object.hasOwn(own, key))],
  additionalProperties: false,
});

function displaySchema(known: readonly string[], drivers: readonly DisplayDriver[]): JsonSchema {
  const driver = { ...DISPLAY.driver, enum: known, lcdKind: 'driver' };
  return {
    type: 'object',
    properties: { driver },
    required: ['driver'],
    lcdWords: 'a mapping with a driver and its options',
    allOf: drivers.map(({ name, options, bus }) =>
      whenNames(
        'driver',
        name,
        optionsBeside(options, { ...DISPLAY, ...(bus !== undefined && { device: deviceSchema(bus) }) }),
      ),
    ),
  };
}

function sourceSchema(known: readonly string[], sources: readonly Source[]): JsonSchema {
  const source = { type: 'string', enum: known, lcdKind: 'source', description: 'The kind of source.' };
  return {
    type: 'object',
    properties: { source },
    required: ['source'],
    lcdWords: 'a mapping with a source and its options',
    allOf: sources.map(({ name, options }) =>
      whenNames('source', name, optionsBeside(options, { source: true as never })),
    ),
  };
}

/** `definitions` are those of `node`, and of what else `sources` refers to. */
const whole = (display: JsonSchema, sources: JsonSchema, definitions: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: {
    plugins: PLUGINS,
    fonts: FONTS,
    sources,
    displays: { ...named(display, 'a mapping of displays by name'), description: 'The panels, by names of your own.' },
    pages: { ...named({ $ref: '#/definitions/node' }, 'a mapping of pages by name'), description: 'What they show.' },
    keys: {
      type: 'object',
      additionalProperties: ACTIONS,
      lcdWords: 'a mapping such as { front.up: page.next }',
      description: 'What happens when a key of a display goes down.',
    },
  },
  required: ['displays', 'pages'],
  additionalProperties: false,
  lcdWords: 'a mapping with displays and pages',
  definitions,
});

/** The schema a config is checked with. It has our own `lcd` keys. `fonts` are the names of its own fonts. */
export function checkSchema(catalogue: Catalogue, fonts: readonly string[]): JsonSchema {
  const drivers = [...catalogue.drivers.values()];
  const sources = [...catalogue.sources.values()];
  const instances: JsonSchema = {
    type: 'object',
    additionalProperties: sourceSchema([...catalogue.sources.keys()], sources),
    lcdWords: 'a mapping of sources by name',
  };
  const schema = whole(displaySchema([...catalogue.drivers.keys()], drivers), instances, {
    node: nodeSchema(catalogue),
  });
  return fonts.length === 0 ? schema : withFontNames(schema, fonts);
}

/** A source under its own name needs no `source:`. */
function editorSourcesSchema(sources: readonly Source[]): JsonSchema {
  const instance = { $ref: '#/definitions/source' };
  const own = ({ options, meaning }: Source): JsonSchema => ({
    description: meaning,
    if: { required: ['source'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: instance,
    else: { type: ['object', 'null'], ...optionsBeside(options, {}) },
  });
  return {
    type: 'object',
    properties: Object.fromEntries(sources.map((source) => [source.name, own(source)])),
    additionalProperties: instance,
    description: 'Sources with options of their own, by the names that expressions use.',
  };
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, member]) => !/^lcd[A-Z]/.test(key) && member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, cleaned(member)]));
}

/** The JSON Schema (draft 7) of a config with these plugins, for editors. Texts with a format of ours have no check. */
export function configSchema(plugins: readonly Plugin[]): object {
  const catalogue = createCatalogue(plugins);
  const drivers = [...catalogue.drivers.values()];
  const sources = [...catalogue.sources.values()];
  const schema = whole(displaySchema([...catalogue.drivers.keys()], drivers), editorSourcesSchema(sources), {
    node: editorNodeSchema(catalogue),
    source: sourceSchema([...catalogue.sources.keys()], sources),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'lcd.config.yaml',
    ...(cleaned(withAnyFontName(schema)) as object),
  };
}
