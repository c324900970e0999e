// Never runs: it shows that the types of options come from their schemas. An error that is expected and missing is an
// error of the compiler.
import { defineDriver, defineSource, defineWidget, type OptionsOf } from '@lcdflow/core';
import { driverConformance, renderWidget } from '@lcdflow/testkit';
import { EMPTY } from 'rxjs';
import { moon } from './lcdflow-plugin-moon/moon.ts';
import { tinybarEmulator as emulator } from './lcdflow-plugin-tinybar/emulator.ts';
import { tinybar } from './lcdflow-plugin-tinybar/tinybar.ts';

const schema = {
  type: 'object',
  properties: {
    size: { type: 'integer' },
    align: { type: 'string', enum: ['left', 'right'], default: 'left' },
    names: { type: 'array', items: { type: 'string' } },
    look: { type: 'object', properties: { bold: { type: 'boolean', default: false } }, additionalProperties: false },
    span: { anyOf: [{ type: 'number' }, { type: 'string', format: 'duration' }] },
  },
  required: ['size'],
  additionalProperties: false,
} as const;
const described = { name: 'x', meaning: 'Shows types.', options: schema };

export const widget = defineWidget({
  ...described,
  render(options) {
    options.size satisfies number;
    options.align satisfies 'left' | 'right';
    options.names satisfies readonly string[] | undefined;
    options.look?.bold satisfies boolean | undefined;
    options.span satisfies number | string | undefined;
    // @ts-expect-error it has a default, but only these two values
    options.align satisfies 'left';
    // @ts-expect-error it is neither required nor has a default
    options.names satisfies readonly string[];
    // @ts-expect-error a text does not come out of an integer
    options.size satisfies string;
    // @ts-expect-error no such option
    options.color;
    // @ts-expect-error options are never written
    options.size = 2;
    return EMPTY;
  },
});

export const source = defineSource({
  ...described,
  describe: {},
  // @ts-expect-error no such option
  read: (options) => options.every,
});

export const driver = defineDriver({
  ...{ name: 'x', meaning: 'Shows types.', models: [], model: tinybar.model },
  // @ts-expect-error "text" is not a type of JSON Schema
  options: { type: 'object', properties: { a: { type: 'text' } }, additionalProperties: false },
  open: () => EMPTY,
});

export type Wanted = OptionsOf<typeof tinybar.options>;
export const wanted: Wanted = { contrast: '50%', backlight: '100%' };
// @ts-expect-error what has a default is always there once the options are checked
export const halfWanted: Wanted = { contrast: '50%' };

driverConformance({ driver: tinybar, emulator, depth: 2, options: { contrast: '10%' } });
// @ts-expect-error the driver takes texts
driverConformance({ driver: tinybar, emulator, depth: 2, options: { contrast: 10 } });
// @ts-expect-error there must be a device
driverConformance({ driver: tinybar, depth: 2 });
// @ts-expect-error a place has a kind of cells
renderWidget(moon, {}, { width: 12, height: 2 });
