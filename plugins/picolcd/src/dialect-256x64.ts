import type { TransferQueue } from '@lcdflow/core';
import type { Dialect, Glass } from './dialect.ts';
import { type Columns, encodeArea, encodeBacklight, encodeContrast, encodeOpening, TILE, WIDEST } from './encode.ts';
import { panelInfo } from './info.ts';
import { KEYS_256X64, picolcd256x64 } from './models.ts';

/** Writes to keep on the way: the next one is chosen when one has gone, from what is newest then. */
const AHEAD = 2;

const { width, height, cell } = picolcd256x64;

const glass = (queue: TransferQueue, columns: Columns): Glass => ({
  ...{ width, height, cell, tile: TILE },
  // Packet by packet where any may stand alone; halves go in pairs.
  ...(columns === 'any' ? { widest: WIDEST, ahead: AHEAD } : {}),
  write: (frame, area) => queue.send(encodeArea(frame, area, columns)),
});

/** How the 256x64 graphic panel is spoken to. */
export const DIALECT_256X64: Dialect = {
  model: picolcd256x64,
  keys: KEYS_256X64,
  usualContrast: 0.25,
  opening: encodeOpening(),
  encodeBacklight,
  encodeContrast,
  glass,
  info: panelInfo,
};
