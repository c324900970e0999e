import { defineDriver, type Model } from '@lcdflow/core';
import { switchMap } from 'rxjs';
import { GEOMETRIES, SINGLE } from '../geometry.ts';
import { openDisplay } from './display.ts';
import { type Pins, WIRINGS, wiringOf } from './wirings.ts';

function modelOf(wiring: string | Pins, size: string): Model {
  const { width, height } = GEOMETRIES[size]!;
  const controls = wiringOf(wiring).light === undefined ? [] : ['backlight'];
  const name = `${typeof wiring === 'string' ? wiring : 'own'}-${size}`;
  return { name, width, height, cell: 'character', colors: 2, ink: 'dark', keys: [], controls };
}

const NAMES = Object.keys(WIRINGS);
const PIN = { type: 'integer', minimum: 0, maximum: 7 } as const;

/** HD44780 displays behind port expanders on I2C. */
export const hd44780I2c = defineDriver({
  name: 'hd44780-i2c',
  meaning: 'HD44780 displays behind a PCF8574 port expander, on I2C',
  bus: 'i2c',
  options: {
    type: 'object',
    properties: {
      size: { type: 'string', enum: SINGLE, default: '20x4', description: 'Letters in a row x rows.' },
      rom: { type: 'string', enum: ['A00', 'A02'], default: 'A00', description: 'A00 has kana, A02 has accents.' },
      wiring: {
        anyOf: [
          { type: 'string', enum: NAMES },
          {
            type: 'object',
            properties: {
              rs: PIN,
              rw: PIN,
              en: PIN,
              data: { type: 'array', items: PIN, minItems: 4, maxItems: 4, description: 'Pins of D4, D5, D6 and D7.' },
              light: PIN,
              lightIsLow: { type: 'boolean', description: 'True when the light is on while its pin is low.' },
            },
            required: ['rs', 'rw', 'en', 'data'],
            additionalProperties: false,
          },
        ],
        default: 'backpack',
        description: 'Which pin of the expander, 0 to 7, goes where: by a name, or pin by pin.',
      },
      backlight: { type: 'string', format: 'percent', default: '100%', description: 'The light is on from 50%.' },
    },
    additionalProperties: false,
  },
  models: NAMES.map((name) => modelOf(name, '20x4')),
  model: ({ wiring, size }) => modelOf(wiring, size),
  open: ({ wiring, size, ...options }, { connect }) =>
    connect('i2c', {}).pipe(
      switchMap((transport) => openDisplay(transport, wiringOf(wiring), GEOMETRIES[size]!, options)),
    ),
});
