import {
  type CharacterDisplay,
  type CharacterPanel,
  type CharacterRom,
  characterDisplay,
  type TransferQueue,
} from '@lcdflow/core';
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

/** A glass behind its controllers. A write stays inside letters that one cursor reaches, also in a row that is split. */
export function letters(geometry: Geometry, { rom, moveCost, pack }: Way, queue: TransferQueue): CharacterDisplay {
  const panel: CharacterPanel = {
    width: geometry.width,
    height: geometry.height,
    rom,
    slots: SLOTS,
    moveCost,
    show: (at, codes, cursorIsThere) => pack(showing(geometry, at, codes, cursorIsThere)),
    define: (slot, rows) => pack(defining(geometry, slot, rows)),
    cursorAfter: (at) => cursorAfter(geometry, at),
  };
  const [first] = geometry.stretches;
  return { ...characterDisplay(panel, (packets) => queue.send(packets)), tile: { width: first!.width, height: 1 } };
}
