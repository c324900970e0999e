import type { GlassColors } from '@lcdflow/core';
import type { EmulatedModule } from './module.ts';

const QUARTERS = 4;
const FULL = 0xff;

/** Blue-green letters of a VFD on black, dark letters of an LCD on green. */
const COLORS = {
  brightness: { ink: 0x4fffd0, paper: 0x06100e },
  backlight: { ink: 0x1c2b12, paper: 0x9dc34a },
} as const;

/** The light of a module, and its contrast (docs/protocol.md section 3.3). */
export class Light {
  readonly #kind: EmulatedModule['kind'];
  on = true;
  /** As `99` sets it. */
  byte = FULL;
  /** As `59` sets it: 0 is the brightest. */
  quarter = 0;
  contrast = 0x80;

  constructor(kind: EmulatedModule['kind']) {
    this.#kind = kind;
  }

  /** From 0, off, to 1. */
  get level(): number {
    if (!this.on) return 0;
    return this.#kind.dimming === 'quarters' ? (QUARTERS - this.quarter) / QUARTERS : this.byte / FULL;
  }

  /** Controls as a person sees them. */
  controls(): Readonly<Record<string, number>> {
    return { [this.#kind.light]: this.level, ...(this.#kind.contrast && { contrast: this.contrast / FULL }) };
  }

  /** The glass as a person sees it: an LCD without light can still be read, a VFD cannot. */
  colors(): GlassColors {
    const { ink, paper } = COLORS[this.#kind.light];
    if (this.#kind.light === 'brightness') return { ink: mix(paper, ink, this.level), paper };
    const strength = Math.min(1, 0.2 + (1.6 * this.contrast) / FULL);
    const lit = 0.3 + 0.7 * this.level;
    return { ink: mix(0, mix(paper, ink, strength), lit), paper: mix(0, paper, lit) };
  }
}

const channel = (color: number, shift: number): number => (color >> shift) & 0xff;

/** Of two colours: all of the first at 0, all of the second at 1. */
const mix = (from: number, to: number, share: number): number =>
  [16, 8, 0].reduce(
    (color, shift) =>
      color | (Math.round(channel(from, shift) + (channel(to, shift) - channel(from, shift)) * share) << shift),
    0,
  );
