import { defineDriver, type Model } from '@lcdflow/core';
import { switchMap } from 'rxjs';
import { GEOMETRIES, SIZES } from '../geometry.ts';
import { KEYS, openDisplay } from './display.ts';

/** docs/protocol.md section 3.1 */
const USB = { vendorId: 0x0403, productId: 0xc630 };

const modelOf = (size: string): Model => {
  const { name, width, height } = GEOMETRIES[size]!;
  return {
    name,
    width,
    height,
    cell: 'character',
    colors: 2,
    ink: 'dark',
    keys: KEYS,
    controls: ['backlight', 'contrast'],
    usb: USB,
  };
};

/** HD44780 displays behind an LCD2USB. */
export const lcd2usb = defineDriver({
  name: 'lcd2usb',
  meaning: 'HD44780 displays behind an LCD2USB, on USB',
  bus: 'usb',
  options: {
    type: 'object',
    properties: {
      size: { type: 'string', enum: SIZES, default: '20x4', description: 'Letters in a row x rows.' },
      rom: { type: 'string', enum: ['A00', 'A02'], default: 'A00', description: 'A00 has kana, A02 has accents.' },
      backlight: { type: 'string', format: 'percent', default: '100%', description: 'Brightness of the backlight.' },
      contrast: {
        type: 'string',
        format: 'percent',
        description: '100% is the darkest ink; as the device remembers it when left out.',
      },
    },
    additionalProperties: false,
  },
  models: SIZES.map(modelOf),
  model: ({ size }) => modelOf(size),
  open: (options, { connect }) =>
    connect('usb', { ...USB, control: true }).pipe(
      switchMap((transport) => openDisplay(transport, GEOMETRIES[options.size]!, options)),
    ),
});
