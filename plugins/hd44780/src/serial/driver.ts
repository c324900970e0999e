import { defineDriver, type Model } from '@lcdflow/core';
import { switchMap } from 'rxjs';
import { GEOMETRIES, SINGLE } from '../geometry.ts';
import { ROMS } from '../rom.ts';
import { BACKPACKS, backpackNamed } from './backpacks.ts';
import { openDisplay } from './display.ts';

function modelOf(backpack: string, size: string): Model {
  const { width, height } = GEOMETRIES[size]!;
  const { keypad, light } = backpackNamed(backpack);
  const [keys, controls] = [keypad?.keys ?? [], light ? ['backlight'] : []];
  return { name: `${backpack}-${size}`, width, height, cell: 'character', colors: 2, ink: 'dark', keys, controls };
}

const NAMES = BACKPACKS.map(({ name }) => name);

/** The size that a backpack mostly comes with. */
const usual = (backpack: string): string => (backpack === 'pertelian' || backpack === 'los-panel' ? '20x4' : '16x2');

/** HD44780 displays behind backpacks on serial lines. */
export const hd44780Serial = defineDriver({
  name: 'hd44780-serial',
  meaning: 'HD44780 displays behind a backpack on a serial line',
  bus: 'serial',
  options: {
    type: 'object',
    properties: {
      backpack: { type: 'string', enum: NAMES, description: 'What is between the line and the display.' },
      size: { type: 'string', enum: SINGLE, default: '20x4', description: 'Letters in a row x rows.' },
      rom: { type: 'string', enum: ['A00', 'A02'], default: 'A00', description: 'A00 has kana, A02 has accents.' },
      baudRate: { type: 'integer', minimum: 50, description: 'Bits a second; those of the backpack when left out.' },
      backlight: {
        type: 'string',
        format: 'percent',
        default: '100%',
        description: 'Brightness of the backlight, or on from 50% where it is a switch.',
      },
    },
    required: ['backpack'],
    additionalProperties: false,
  },
  models: NAMES.map((name) => modelOf(name, usual(name))),
  model: ({ backpack, size }) => modelOf(backpack, size),
  open: ({ backpack: name, size, rom, backlight, ...given }, { connect }) => {
    const backpack = backpackNamed(name);
    const { baudRate = backpack.baudRate } = given;
    const options = { rom: ROMS[rom], baudRate, backlight };
    return connect('serial', { baudRate }).pipe(
      switchMap((line) => openDisplay(line, backpack, GEOMETRIES[size]!, options)),
    );
  },
});
