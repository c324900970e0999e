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

/** How many times better joints must be with slots to get them, and without to lose them: a frame must not flicker. */
const STEADINESS = 2;

/**
 * Chooses the glyphs that go without a slot when there are more than `room`, one after the other, each time the one by
 * which the fewest dots on the glass change; inverted letters first. Shapes may be shown as another shape. Joints have
 * slots all or none, for half a frame looks worse than a plain one: whichever leaves far fewer wrong dots on the glass,
 * else as they are.
 */
export function mergeGlyphs(wanted: readonly WantedGlyph[], room: number): Substitutes {
  if (wanted.length <= room) return new Map();
  const joints = wanted.filter(({ glyph }) => glyph.kind === 'joint');
  const without = merged(wanted, joints, room);
  if (joints.length === 0 || joints.length > room) return without.substitutes();
  const others = wanted.filter((one) => !joints.includes(one));
  const withJoints = merged(others, [], room - joints.length);
  const bias = joints.every(({ placed }) => placed) ? STEADINESS : 1 / STEADINESS;
  return (withJoints.wrongDots() < bias * without.wrongDots() ? withJoints : without).substitutes();
}

function merged(wanted: readonly WantedGlyph[], first: readonly WantedGlyph[], room: number): Merging {
  const merging = new Merging(wanted);
  for (const one of first) merging.drop(one);
  while (merging.kept.size > room) merging.drop(merging.leastMissed());
  return merging;
}

/** A shape that another one could be shown as, and by how many dots it differs. */
interface Neighbour {
  readonly by: WantedGlyph;
  readonly error: number;
}

class Merging {
  readonly kept: Set<WantedGlyph>;
  /** Nearest first, and only those that are nearer than anything in the ROM. */
  readonly #neighbours: ReadonlyMap<WantedGlyph, readonly Neighbour[]>;
  /** What those are shown as that were dropped; `undefined` is the ROM. */
  readonly #shownAs = new Map<WantedGlyph, Neighbour | undefined>();

  constructor(wanted: readonly WantedGlyph[]) {
    this.kept = new Set(wanted);
    this.#neighbours = new Map(wanted.map((one) => [one, neighboursOf(one, wanted)]));
  }

  leastMissed(): WantedGlyph {
    const all = [...this.kept];
    const inverted = all.filter(({ glyph }) => glyph.kind === 'inverted');
    const candidates = inverted.length > 0 ? inverted : all;
    const members = this.#members();
    let chosen = candidates[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      const cost = this.#costWithout(candidate, members.get(candidate) ?? []);
      // Of several, one that is not on the panel yet.
      if (cost > least || (cost === least && candidate.placed && !chosen.placed)) continue;
      [chosen, least] = [candidate, cost];
    }
    return chosen;
  }

  drop(chosen: WantedGlyph): void {
    const members = this.#members().get(chosen) ?? [];
    this.kept.delete(chosen);
    for (const member of [chosen, ...members]) this.#shownAs.set(member, this.#nearest(member));
  }

  substitutes(): Substitutes {
    return new Map([...this.#shownAs].map(([{ glyph }, as]) => [glyph, as?.by.glyph ?? glyph.instead.code]));
  }

  /** How many dots of the glass are wrong by all that were dropped. */
  wrongDots(): number {
    return [...this.#shownAs].reduce((sum, [one, as]) => sum + one.cells * (as ?? one.glyph.instead).error, 0);
  }

  /** Those that are shown as each of the kept ones. */
  #members(): ReadonlyMap<WantedGlyph, readonly WantedGlyph[]> {
    const members = new Map<WantedGlyph, WantedGlyph[]>();
    for (const [member, as] of this.#shownAs) if (as) members.set(as.by, [...(members.get(as.by) ?? []), member]);
    return members;
  }

  /** How many more dots of the glass would be wrong. */
  #costWithout(candidate: WantedGlyph, members: readonly WantedGlyph[]): number {
    const worse = (one: WantedGlyph, before: number): number => {
      const error = this.#nearest(one, candidate)?.error ?? one.glyph.instead.error;
      return one.cells * (error - before);
    };
    return members.reduce((cost, one) => cost + worse(one, this.#shownAs.get(one)!.error), worse(candidate, 0));
  }

  #nearest(one: WantedGlyph, without?: WantedGlyph): Neighbour | undefined {
    return this.#neighbours.get(one)!.find(({ by }) => by !== without && this.kept.has(by));
  }
}

function neighboursOf(one: WantedGlyph, wanted: readonly WantedGlyph[]): readonly Neighbour[] {
  const { dots, kind, instead } = one.glyph;
  if (kind !== 'shape') return [];
  return wanted
    .filter((by) => by !== one && by.glyph.kind === 'shape')
    .map((by) => ({ by, error: distance(dots, by.glyph.dots) }))
    .filter(({ error }) => error < instead.error)
    .sort((a, b) => a.error - b.error);
}
