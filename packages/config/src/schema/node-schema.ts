import type { Widget } from '@lcdflow/core';
import { BOXES, type Catalogue, LAYOUT_KEYS, PART } from '../catalogue.ts';
import type { JsonSchema } from './words.ts';

const DISTANCE: JsonSchema = { type: 'string', format: 'distance' };

/** What may lie beside any node's own keys. */
export const LAYOUT: Readonly<Record<(typeof LAYOUT_KEYS)[number], JsonSchema>> = {
  size: {
    type: 'string',
    format: 'length',
    description: 'Width in a row, height in a column: 8ch, 2lines, 40px, 30%, 1fr. An equal share when left out.',
  },
  padding: { ...DISTANCE, description: 'Left free on all four sides: 2px, 1ch.' },
  at: {
    type: 'object',
    properties: {
      x: { ...DISTANCE, description: 'From the left edge of the stack.' },
      y: { ...DISTANCE, description: 'From the upper edge of the stack.' },
      width: { ...DISTANCE, description: 'As far as the stack goes when left out.' },
      height: { ...DISTANCE, description: 'As far as the stack goes when left out.' },
    },
    additionalProperties: false,
    lcdWords: 'a mapping such as { x: 10px, y: 0px, width: 8ch, height: 1lines }',
    description: 'Its place in a stack; the whole stack when left out.',
  },
  for: {
    type: 'string',
    enum: ['character', 'pixel'],
    description: 'Only on displays of this kind of cells; on others it is left out without a trace.',
  },
  when: {
    type: 'string',
    format: 'expression',
    description: 'Seen only while this holds, such as cpu.busy > 90; its place stays.',
  },
  every: { type: 'string', format: 'duration', description: 'At most one new picture in this time.' },
};
/** What may lie beside the children of a row or column. */
const LINE: Readonly<Record<string, JsonSchema>> = {
  gap: { ...DISTANCE, description: 'Left free between two parts.' },
  align: {
    type: 'string',
    enum: ['start', 'center', 'end', 'between'],
    description: 'Where the parts stand that do not fill it; at its start when left out.',
  },
};

const NODE: JsonSchema = { $ref: '#/definitions/node' };
const NODE_WORDS = 'a widget, a row, a column or a stack';

const whenHas = (key: string, then: JsonSchema): JsonSchema => ({ if: { required: [key] }, then });
const whenIs = (key: string, type: string, then: JsonSchema, otherwise: JsonSchema): JsonSchema => ({
  if: { properties: { [key]: { type } } },
  then,
  else: otherwise,
});

function boxSchema(kind: string): JsonSchema {
  const children = { type: 'array', minItems: 1, items: NODE, lcdWords: 'a list of nodes' };
  const { every: _, ...layout } = LAYOUT;
  const own = { [kind]: children, ...layout, ...(kind === 'stack' ? {} : LINE) };
  return whenHas(kind, { properties: own, additionalProperties: false });
}

function without<T>(record: Readonly<Record<string, T>>, keys: Iterable<string>): Readonly<Record<string, T>> {
  const left = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key)));
}

/**
 * The three ways to write a widget: a mapping of its options; nothing; or the value of its main option. Only with the
 * last two may options lie beside, except those whose name is also that of a node.
 */
function widgetSchema({ name, meaning, options, main, around }: Widget, kinds: readonly string[]): JsonSchema {
  const own = options.properties as Readonly<Record<string, JsonSchema>>;
  const all = around === undefined ? own : { ...own, [PART]: NODE };
  const required = options.required ?? [];
  const beside = without(all, [...kinds, ...LAYOUT_KEYS]);
  const value = main === undefined ? undefined : all[main];
  const inside = { ...options, properties: all, description: meaning, lcdWords: `the options of "${name}"` };
  const shortRequired = required.filter((key) => key !== main);
  const asMapping: JsonSchema = {
    properties: { [name]: inside, ...LAYOUT },
    additionalProperties: false,
    lcdInside: { widget: name, options: Object.keys(all) },
  };
  const asNothing: JsonSchema = {
    properties: { [name]: { type: 'null' }, ...beside, ...LAYOUT },
    required,
    additionalProperties: false,
  };
  const asShort: JsonSchema = {
    properties: { [name]: value ?? inside, ...without(beside, main === undefined ? [] : [main]), ...LAYOUT },
    required: shortRequired,
    additionalProperties: false,
  };
  return whenHas(name, whenIs(name, 'object', asMapping, whenIs(name, 'null', asNothing, asShort)));
}

/** What one node of a page may be. */
export function nodeSchema({ widgets }: Catalogue): JsonSchema {
  const kinds = [...BOXES, ...widgets.keys()];
  return {
    type: 'object',
    lcdWords: NODE_WORDS,
    lcdNode: kinds,
    allOf: [...BOXES.map(boxSchema), ...[...widgets.values()].map((widget) => widgetSchema(widget, kinds))],
  };
}

/** The same for editors, with all names to choose from, and a widget's bare name as a node. */
export function editorNodeSchema(catalogue: Catalogue): JsonSchema {
  const { widgets } = catalogue;
  const { lcdNode, allOf } = nodeSchema(catalogue) as { lcdNode: readonly string[]; allOf: readonly JsonSchema[] };
  const meanings = [...widgets.values()].map(({ name, meaning }) => [name, { description: meaning }]);
  return {
    if: { type: 'string' },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { enum: [...widgets.keys()] },
    else: {
      type: 'object',
      properties: {
        ...Object.fromEntries(BOXES.map((kind) => [kind, true])),
        ...Object.fromEntries(meanings),
        ...LAYOUT,
      },
      oneOf: lcdNode.map((kind) => ({ required: [kind] })),
      allOf,
    },
  };
}
