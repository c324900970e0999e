import {
  defineDriver,
  definePlugin,
  defineSource,
  defineWidget,
  describedInText,
  LcdError,
  type Model,
  TEXT_OPTIONS,
} from '@lcdflow/core';
import { NEVER } from 'rxjs';

const model = (name: string, width: number, height: number, cell: Model['cell'], keys: readonly string[]): Model => ({
  ...{ name, width, height, cell, keys },
  colors: 2,
  controls: ['backlight', 'led1', 'led2'],
});
const MODELS = [
  model('20x4', 20, 4, 'character', ['up', 'down', 'enter']),
  model('256x64', 256, 64, 'pixel', ['up', 'down']),
  model('8x1', 8, 1, 'character', []),
];

/** A panel on a bus. */
const panel = defineDriver({
  name: 'panel',
  meaning: 'A made-up panel.',
  bus: 'usb',
  options: {
    type: 'object',
    properties: {
      model: { type: 'string', enum: ['20x4', '256x64', '8x1'], default: '20x4' },
      backlight: { type: 'string', format: 'percent', default: '100%' },
      contrast: {
        anyOf: [
          { type: 'number', minimum: 0, maximum: 1 },
          { type: 'string', enum: ['auto'] },
        ],
      },
      leds: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 8 }, uniqueItems: true },
      address: { type: 'integer', minimum: 0 },
    },
    additionalProperties: false,
  },
  models: MODELS,
  model: ({ model: name, address }) => {
    if (address === 13) throw new LcdError('config', 'address 13 is never used');
    return MODELS.find((known) => known.name === name)!;
  },
  open: () => NEVER,
});

/** A display without a bus. */
const window = defineDriver({
  name: 'window',
  meaning: 'A made-up window.',
  options: {
    type: 'object',
    properties: { title: { type: 'string' }, columns: { type: 'integer', minimum: 1 } },
    required: ['columns'],
    additionalProperties: false,
  },
  models: [],
  model: ({ columns }) => ({ ...model(`${columns}x2`, columns, 2, 'character', []), controls: [] }),
  open: () => NEVER,
});

/** A panel on a serial line. */
const lines = defineDriver({
  name: 'lines',
  meaning: 'Made-up lines of text.',
  bus: 'serial',
  options: { type: 'object', properties: {}, additionalProperties: false },
  models: MODELS.slice(0, 1),
  model: () => MODELS[0]!,
  open: () => NEVER,
});

const clock = defineWidget({
  name: 'clock',
  meaning: 'The time.',
  main: 'format',
  options: {
    type: 'object',
    properties: {
      format: { type: 'string', default: 'HH:mm' },
      zone: { type: 'string', examples: ['Europe/Berlin'], pattern: '^[A-Z]' },
      color: { type: 'string', format: 'color', default: 'white' },
      font: { type: 'string', format: 'font' },
      alarm: { type: 'string', format: 'moment' },
      timezone: { type: 'string', format: 'timezone' },
      locale: { type: 'string', format: 'language' },
    },
    additionalProperties: false,
  },
  render: () => NEVER,
});

const text = defineWidget({
  name: 'text',
  meaning: 'A text.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: { type: 'string', format: 'template' },
      align: { type: 'string', enum: ['left', 'center', 'right'], default: 'left' },
      bold: { type: 'boolean', default: false },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render: () => NEVER,
});

const graph = defineWidget({
  name: 'graph',
  meaning: 'A graph.',
  main: 'value',
  options: {
    type: 'object',
    properties: {
      value: { type: 'string', format: 'expression' },
      span: { type: 'string', format: 'duration', default: '1m' },
      text: { type: 'string' },
      lines: {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        items: {
          type: 'object',
          properties: { value: { type: 'string', format: 'expression' }, color: { type: 'string', format: 'color' } },
          required: ['value'],
          additionalProperties: false,
        },
      },
    },
    required: ['value'],
    additionalProperties: false,
  },
  render: () => NEVER,
});

/** A widget without a main option. */
const blank = defineWidget({
  name: 'blank',
  meaning: 'Nothing at all.',
  options: { type: 'object', properties: {}, additionalProperties: false },
  render: () => NEVER,
});

/** A widget that stands round a part. */
const box = defineWidget({
  name: 'box',
  meaning: 'A made-up border.',
  main: 'title',
  options: {
    type: 'object',
    properties: {
      title: { type: 'string', format: 'template' },
      border: { type: 'string', enum: ['thin', 'thick'], default: 'thin' },
    },
    additionalProperties: false,
  },
  around: ({ title, border }) => {
    const side = border === 'thick' ? '3px' : '2px';
    return { left: side, right: side, bottom: side, top: title === undefined ? side : '1lines' };
  },
  render: () => NEVER,
});

const every = { type: 'string', format: 'duration', default: '1s' } as const;

const cpu = defineSource({
  name: 'cpu',
  meaning: 'Made-up load.',
  options: { type: 'object', properties: { every }, additionalProperties: false },
  describe: {
    busy: { unit: '%', range: [0, 100], meaning: 'Busy.' },
    'cores[].busy': { unit: '%', range: [0, 100], meaning: 'Busy, by core.' },
  },
  read: () => NEVER,
});

const host = defineSource({
  name: 'host',
  meaning: 'Made-up host.',
  options: { type: 'object', properties: {}, additionalProperties: false },
  describe: { name: { unit: '', meaning: 'Its name.' } },
  read: () => NEVER,
});

const file = defineSource({
  name: 'file',
  meaning: 'A made-up file.',
  options: {
    type: 'object',
    properties: { path: { type: 'string', minLength: 1 }, every },
    required: ['path'],
    additionalProperties: false,
  },
  describe: { size: { unit: 'B', meaning: 'Its size.' }, line: { unit: '', meaning: 'Its first line.' } },
  read: () => NEVER,
});

/** Its readings are named by its options, and it has a secret. */
const told = defineSource({
  name: 'told',
  meaning: 'A made-up text.',
  options: {
    type: 'object',
    properties: {
      path: { type: 'string' },
      token: { type: 'string', format: 'secret', description: 'A password.' },
      headers: { type: 'object', additionalProperties: { type: 'string', format: 'secret' } },
      places: { type: 'array', items: { type: 'string', format: 'secret' } },
      url: { type: 'string', pattern: '^https?://' },
      ...TEXT_OPTIONS,
    },
    required: ['path'],
    additionalProperties: false,
  },
  describe: { text: { unit: '', meaning: 'All of it.' } },
  describeFor: describedInText,
  read: () => NEVER,
});

/** Three drivers, five widgets, four sources and a function. */
export const fakePlugin = definePlugin({
  name: 'fake',
  apiVersion: 1,
  drivers: [panel, window, lines],
  widgets: [clock, text, graph, blank, box],
  sources: [cpu, host, file, told],
  functions: [{ signature: 'half(double): double', meaning: 'Half of it.', call: (value: number) => value / 2 }],
});
