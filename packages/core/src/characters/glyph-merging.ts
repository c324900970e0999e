import { distance } from './dots.ts';
import type { Glyph } from './panel-letters.ts';

/** A glyph of a frame. */
export interface WantedGlyph {
  readonly glyph: Glyph;
  /** How many cells show it. */
  readonly cells: number;
  /** True when a slot has it already. */
  readonly placed: boolean;
}

/** What a glyph is shown as that has got no slot: another glyph, or a byte of the ROM. */
export type Substitutes = ReadonlyMap<Glyph, Glyph | number>;

interface Merger {
  readonly by: Glyph | number;
  readonly error: number;
}

/**
 * Chooses the glyphs that go without a slot when there are more than `room`, one after the other, each time the one by
 * which the fewest dots on the glass change; inverted letters first. Shapes may be shown as another shape.
 */
export function mergeGlyphs(wanted: readonly WantedGlyph[], room: number): Substitutes {
  const merged = new Map<WantedGlyph, Merger>();
  const kept = new Set(wanted);
  while (kept.size > room) {
    const chosen = leastMissed(kept, merged);
    kept.delete(chosen);
    for (const member of membersOf(chosen, merged)) merged.set(member, substituteFor(member, kept));
  }
  return new Map([...merged].map(([{ glyph }, { by }]) => [glyph, by]));
}

type Merged = ReadonlyMap<WantedGlyph, Merger>;

function leastMissed(kept: ReadonlySet<WantedGlyph>, merged: Merged): WantedGlyph {
  const inverted = [...kept].filter(({ glyph }) => glyph.kind === 'inverted');
  const candidates = inverted.length > 0 ? inverted : [...kept];
  let chosen = candidates[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = costWithout(candidate, kept, merged);
    // Of several, one that is not on the panel yet.
    if (cost > least || (cost === least && candidate.placed && !chosen.placed)) continue;
    [chosen, least] = [candidate, cost];
  }
  return chosen;
}

/** How many more dots of the glass would be wrong. */
function costWithout(candidate: WantedGlyph, kept: ReadonlySet<WantedGlyph>, merged: Merged): number {
  let cost = 0;
  for (const member of membersOf(candidate, merged)) {
    const before = merged.get(member)?.error ?? 0;
    cost += member.cells * (substituteFor(member, kept, candidate).error - before);
  }
  return cost;
}

/** A glyph with those that are shown as it. */
const membersOf = (chosen: WantedGlyph, merged: Merged): readonly WantedGlyph[] => [
  chosen,
  ...[...merged].filter(([, { by }]) => by === chosen.glyph).map(([member]) => member),
];

function substituteFor({ glyph }: WantedGlyph, kept: ReadonlySet<WantedGlyph>, without?: WantedGlyph): Merger {
  let best: Merger = { by: glyph.instead.code, error: glyph.instead.error };
  if (glyph.kind !== 'shape') return best;
  for (const other of kept) {
    if (other === without || other.glyph === glyph || other.glyph.kind !== 'shape') continue;
    const error = distance(glyph.dots, other.glyph.dots);
    if (error < best.error) best = { by: other.glyph, error };
  }
  return best;
}
