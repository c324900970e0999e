import { defineDriver, LcdError } from '@lcdflow/core';
import { switchMap, throwError } from 'rxjs';
import { openBytePanel } from './byte-panel.ts';
import { MODELS } from './models.ts';
import { openPacketPanel } from './packet-panel.ts';

const LED_NAMES = MODELS.flatMap((model) => (model.family === 'packets' ? [...model.leds.keys()] : []));

const modelNamed = (name: string) => MODELS.find((model) => model.name === name)!;

/** Crystalfontz character panels on a serial line, or on a USB port that makes one. */
export const crystalfontz = defineDriver({
  name: 'crystalfontz',
  meaning: 'Character panels by Crystalfontz, on a serial line',
  bus: 'serial',
  options: {
    type: 'object',
    properties: {
      model: {
        type: 'string',
        enum: ['CFA533', 'CFA631', 'CFA632', 'CFA633', 'CFA634', 'CFA635'],
        default: 'CFA635',
        description: 'Which panel it is.',
      },
      backlight: { type: 'string', format: 'percent', default: '100%', description: 'Brightness of the backlight.' },
      contrast: {
        type: 'string',
        format: 'percent',
        description: '100% is the darkest ink; what looks right on most panels when left out.',
      },
      keypad: {
        type: 'string',
        format: 'percent',
        description: 'Brightness of a keypad with a light of its own; as the backlight when left out.',
      },
      leds: {
        type: 'array',
        items: { type: 'string', enum: LED_NAMES },
        default: [],
        uniqueItems: true,
        description: 'LEDs that are lit; both halves of one make it yellow.',
      },
      baudRate: {
        type: 'integer',
        minimum: 1200,
        maximum: 115_200,
        description: 'Rate of the line in Bd; that of the model from the factory when left out.',
      },
    },
    additionalProperties: false,
  },
  models: MODELS,
  model: ({ model }) => modelNamed(model),
  open: (options, { connect, log }) => {
    const model = modelNamed(options.model);
    const wanted = options.keypad === undefined ? options.leds : [...options.leds, 'keypad'];
    const missing = wanted.find((name) => !model.controls.includes(name));
    if (missing !== undefined) return throwError(() => new LcdError('config', `the ${model.name} has no ${missing}`));
    return connect('serial', { baudRate: options.baudRate ?? model.baudRate }).pipe(
      switchMap((line) =>
        model.family === 'packets' ? openPacketPanel(line, model, options, log) : openBytePanel(line, model, options),
      ),
    );
  },
});
