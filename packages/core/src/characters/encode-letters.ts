import type { Frame } from '../types.ts';
import { type CharacterRom, romWithout } from './character-rom.ts';
import { glyphSlots } from './glyph-slots.ts';
import { type Glyph, PanelLetters } from './panel-letters.ts';

/**
 * A frame in a panel's own codes. A cell holds the byte to show; that of a slot holds the slot's generation above it,
 * so that all its cells differ from those of before when another glyph gets the slot.
 */
export interface EncodedFrame extends Frame {
  /** What each slot must hold while this frame is shown. */
  readonly glyphs: readonly (Uint8Array | undefined)[];
}

const BYTE = 0x100;
/** With more of them a cell could be `UNKNOWN`. */
const GENERATIONS = 0xff_fffe;

/** The byte that shows a cell of an encoded frame. */
export const codeOf = (cell: number): number => cell % BYTE;

/** A slot, and the dots it must hold. */
export type Definition = readonly [slot: number, dots: Uint8Array];

/** What the slots must hold that an encoded frame shows in some of its cells. */
export function definitionsFor(frame: Frame, cells: Uint32Array, codes: readonly number[]): readonly Definition[] {
  const { glyphs = [] } = frame as Partial<EncodedFrame>;
  const shown = new Set<number>();
  for (const cell of cells) if (cell >= BYTE) shown.add(codeOf(cell));
  return glyphs.flatMap((dots, slot) => (dots && shown.has(codes[slot]!) ? [[slot, dots] as const] : []));
}

/** Encodes one frame after the other. `codes` are the bytes that show the slots. */
export function frameEncoder(rom: CharacterRom, codes: readonly number[]): (frame: Frame) => EncodedFrame {
  const panel = new PanelLetters(romWithout(rom, codes));
  const { slots, place } = glyphSlots(codes.length);
  const slotCell = (slot: number): number => codes[slot]! + BYTE * (1 + (slots[slot]!.generation % GENERATIONS));

  return ({ width, height, cells }) => {
    const letters = Array.from(cells, (cell) => panel.of(cell));
    const { slotOf, substitutes } = place(countGlyphs(letters));
    const cellOf = (found: number | Glyph): number => {
      if (typeof found === 'number') return found;
      const slot = slotOf.get(found);
      return slot === undefined ? cellOf(substitutes.get(found)!) : slotCell(slot);
    };
    return { width, height, cells: Uint32Array.from(letters, cellOf), glyphs: slots.map(({ glyph }) => glyph?.dots) };
  };
}

function countGlyphs(letters: readonly (number | Glyph)[]): ReadonlyMap<Glyph, number> {
  const counts = new Map<Glyph, number>();
  for (const letter of letters) if (typeof letter !== 'number') counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}
