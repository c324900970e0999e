import { characterDisplay, hd44780A00 } from '@lcdflow/core';
import type { Dialect } from './dialect.ts';
import { encodeBacklight, encodeCharacter, encodeContrast, encodeStart, encodeText } from './encode-20x4.ts';
import { textInfo20x4 } from './info.ts';
import { KEYS_20X4, picolcd20x4 } from './models.ts';
import { SLOTS } from './slots.ts';

const { width, height } = picolcd20x4;

/** How the 20x4 text panel is spoken to (docs/protocol.md section 12). */
export const DIALECT_20X4: Dialect = {
  model: picolcd20x4,
  keys: KEYS_20X4,
  usualContrast: 1,
  opening: [encodeStart()],
  encodeBacklight,
  encodeContrast,
  glass: (queue) =>
    characterDisplay(
      {
        ...{ width, height, rom: hd44780A00, slots: SLOTS },
        // Packets count, not bytes: two show a whole row. Each pair says where it goes, so that one lost harms one row.
        moveCost: width,
        show: encodeText,
        define: encodeCharacter,
      },
      (packets) => queue.send(packets),
    ),
  info: textInfo20x4,
};
