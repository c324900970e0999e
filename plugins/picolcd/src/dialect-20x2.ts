import { characterDisplay, hd44780A00 } from '@lcdflow/core';
import type { Dialect } from './dialect.ts';
import { encodeBacklight, encodeCharacter, encodeContrast, encodeOn, encodeText } from './encode-20x2.ts';
import { textInfo20x2 } from './info.ts';
import { KEYS_20X2, picolcd20x2 } from './models.ts';
import { SLOTS } from './slots.ts';

const { width, height } = picolcd20x2;

/** How the 20x2 text panel is spoken to (docs/protocol.md section 11). */
export const DIALECT_20X2: Dialect = {
  model: picolcd20x2,
  keys: KEYS_20X2,
  usualContrast: 1,
  opening: [encodeOn()],
  encodeBacklight,
  encodeContrast,
  glass: (queue) =>
    characterDisplay(
      {
        ...{ width, height, rom: hd44780A00, slots: SLOTS },
        // Packets count, not bytes: one holds a whole row.
        moveCost: width,
        show: (at, codes) => [encodeText(at, codes)],
        define: (slot, rows) => [encodeCharacter(slot, rows)],
      },
      (packets) => queue.send(packets),
    ),
  info: textInfo20x2,
};
