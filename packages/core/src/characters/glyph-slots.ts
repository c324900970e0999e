import { mergeGlyphs, type Substitutes } from './glyph-merging.ts';
import type { Glyph } from './panel-letters.ts';

/** Where the glyphs of a frame are. */
export interface Placing {
  readonly slotOf: ReadonlyMap<Glyph, number>;
  /** What those are shown as that have no slot. */
  readonly substitutes: Substitutes;
}

/** A user-defined character of the panel. */
export interface GlyphSlot {
  readonly glyph: Glyph | undefined;
  /** How many glyphs it has had. */
  readonly generation: number;
}

/** The user-defined characters of a panel, and which glyph each of them has. */
export interface GlyphSlots {
  readonly slots: readonly GlyphSlot[];
  /** Gives the glyphs of the next frame their slots; `cells` tells how many cells show each. */
  place(cells: ReadonlyMap<Glyph, number>): Placing;
}

/**
 * Hands out slots: a glyph keeps its slot while frames show it, and finds it again as long as nobody else needed it. A
 * new glyph gets the slot that has not been shown for longest.
 */
export function glyphSlots(count: number): GlyphSlots {
  const slots = Array.from({ length: count }, () => ({
    glyph: undefined as Glyph | undefined,
    generation: 0,
    shown: 0,
  }));
  let frames = 0;

  const place = (cells: ReadonlyMap<Glyph, number>): Placing => {
    frames++;
    const before = new Map(slots.map(({ glyph }, slot) => [glyph, slot]));
    const wanted = [...cells].map(([glyph, count]) => ({ glyph, cells: count, placed: before.has(glyph) }));
    const substitutes = mergeGlyphs(wanted, count);
    const kept = wanted.filter(({ glyph }) => !substitutes.has(glyph));
    for (const { glyph, placed } of kept) if (placed) slots[before.get(glyph)!]!.shown = frames;
    for (const { glyph, placed } of kept) {
      if (placed) continue;
      const slot = slots.reduce((oldest, other) => (other.shown < oldest.shown ? other : oldest));
      Object.assign(slot, { glyph, generation: slot.generation + 1, shown: frames });
    }
    // What has no slot by choice may be in one still: not all were needed.
    const isShown = (glyph: Glyph | undefined): glyph is Glyph => glyph !== undefined && !substitutes.has(glyph);
    const slotOf = new Map(slots.flatMap(({ glyph }, slot) => (isShown(glyph) ? [[glyph, slot]] : [])));
    return { slotOf, substitutes };
  };
  return { slots, place };
}
