import { defineDriver, type OptionsSchema } from '@lcdflow/core';
import { defer, switchMap } from 'rxjs';
import { MODULES } from './modules.ts';
import { openPanel } from './panel.ts';
import { modelOf, settingsOf } from './settings.ts';

const MOST_OUTPUTS = 7;

const key = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
  description: 'Name of the key that sends this letter.',
} as const;

const keypad = {
  type: 'object',
  // biome-ignore format: five rows of five, as on the connector (docs/protocol.md section 5)
  properties: {
    A: key, B: key, C: key, D: key, E: key,
    F: key, G: key, H: key, I: key, J: key,
    K: key, L: key, M: key, N: key, O: key,
    P: key, Q: key, R: key, S: key, T: key,
    U: key, V: key, W: key, X: key, Y: key,
  },
  default: {},
  additionalProperties: false,
  description: 'Names for keys by the letters they send, such as { A: left, B: right }.',
} as const satisfies OptionsSchema;

/** Character displays by Matrix Orbital, on a serial line. */
export const matrixOrbital = defineDriver({
  name: 'matrix-orbital',
  meaning: 'Matrix Orbital character displays, on a serial line or its USB adapter',
  bus: 'serial',
  options: {
    type: 'object',
    properties: {
      model: {
        type: 'string',
        enum: MODULES.map(({ name }) => name),
        default: 'LK204-25',
        description: 'Which module it is; for one that is not listed take one of the same size and kind.',
      },
      baudRate: {
        type: 'integer',
        minimum: 1_200,
        maximum: 115_200,
        default: 19_200,
        description: 'Speed of the line in Bd, as the module is set to.',
      },
      backlight: {
        type: 'string',
        format: 'percent',
        description: 'Brightness of the backlight, of LCDs only; 100% when left out.',
        examples: ['80%'],
      },
      dimming: {
        type: 'boolean',
        description:
          'Whether the backlight can be dimmed: LK can and LCD cannot when left out. Old modules only switch.',
      },
      contrast: {
        type: 'string',
        format: 'percent',
        description: 'Contrast, of LCDs only: 100% is the darkest ink; 50% when left out.',
        examples: ['50%'],
      },
      brightness: {
        type: 'string',
        format: 'percent',
        description: 'Brightness of the letters of VFD, VK and PK; 100% when left out. VFD and VK know quarters.',
        examples: ['75%'],
      },
      outputs: {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: MOST_OUTPUTS },
        default: [],
        uniqueItems: true,
        description: 'Numbers of the general purpose outputs that are on.',
      },
      keypad,
    },
    additionalProperties: false,
  },
  models: MODULES.map((module) => modelOf({ module, keys: module.keys })),
  model: (options) => modelOf(settingsOf(options)),
  open: (options, { connect }) =>
    defer(() => {
      const settings = settingsOf(options);
      return connect('serial', { baudRate: options.baudRate }).pipe(
        switchMap((transport) => openPanel(transport, settings)),
      );
    }),
});
