import type { CharacterPanel, CharacterRom } from '@lcdflow/core';
import { type Access, defining, SLOTS, showing } from './encode.ts';
import { cursorAfter, type Geometry } from './geometry.ts';

/** What differs between the ways to a controller. */
export interface Way {
  readonly rom: CharacterRom;
  /** As in `CharacterPanel`. */
  readonly moveCost: number;
  /** Accesses as packets, in order. */
  pack(accesses: readonly Access[]): readonly Uint8Array[];
}

/** A glass behind its controllers, as the display of its letters wants it. */
export const characterPanel = (geometry: Geometry, { rom, moveCost, pack }: Way): CharacterPanel => ({
  width: geometry.width,
  height: geometry.height,
  rom,
  slots: SLOTS,
  moveCost,
  show: (at, codes, cursorIsThere) => pack(showing(geometry, at, codes, cursorIsThere)),
  define: (slot, rows) => pack(defining(geometry, slot, rows)),
  cursorAfter: (at) => cursorAfter(geometry, at),
});
