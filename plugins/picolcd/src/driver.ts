import { defineDriver } from '@lcdflow/core';
import { switchMap } from 'rxjs';
import { DIALECTS } from './dialects.ts';
import { LEDS } from './models.ts';
import { openPanel } from './panel.ts';

/** Interface and endpoints of every picoLCD (docs/protocol.md section 1.1). */
const PIPES = { interface: 0, out: 0x01, in: 0x81 };

/** The picoLCD family on USB. */
export const picolcd = defineDriver({
  name: 'picolcd',
  meaning: 'picoLCD panels by mini-box, on USB',
  bus: 'usb',
  options: {
    type: 'object',
    properties: {
      model: {
        type: 'string',
        enum: ['256x64', '20x2', '20x4'],
        default: '256x64',
        description: 'Which picoLCD it is.',
      },
      backlight: { type: 'string', format: 'percent', default: '100%', description: 'Brightness of the backlight.' },
      contrast: {
        type: 'string',
        format: 'percent',
        description: '100% is the darkest ink; 25% when left out, 100% on the text panels.',
      },
      leds: {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: LEDS },
        default: [],
        uniqueItems: true,
        description: 'Numbers of the LEDs that are lit.',
      },
      columns: {
        type: 'string',
        enum: ['any', 'halves'],
        default: 'any',
        description: 'Where packets may begin: "halves" for panels that only accept column 0 and 32.',
      },
      marks: {
        type: 'string',
        enum: ['negative', 'positive'],
        default: 'negative',
        description: 'The sign that the panel gives infrared marks; readings have them positive in any case.',
      },
    },
    additionalProperties: false,
  },
  models: Object.values(DIALECTS).map((dialect) => dialect.model),
  model: ({ model }) => DIALECTS[model].model,
  open: (options, { connect, log }) => {
    const dialect = DIALECTS[options.model];
    return connect('usb', { ...dialect.model.usb, ...PIPES }).pipe(
      switchMap((transport) => openPanel(transport, dialect, options, log)),
    );
  },
});
