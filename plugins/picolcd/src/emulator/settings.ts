import type { Reaction } from '@lcdflow/core';
import type { Fault } from './reports.ts';

/** Which level a person sees, from 0 to 1, for a byte. */
export interface Scales {
  backlight(byte: number): number;
  contrast(byte: number): number;
}

/** Eight LEDs, the backlight and the contrast, a byte each. */
export class Settings {
  backlight: number;
  contrast: number;
  #leds = 0;
  readonly #scales: Scales;

  /** `backlight` and `contrast` at power-up. */
  constructor(backlight: number, contrast: number, scales: Scales) {
    this.backlight = backlight;
    this.contrast = contrast;
    this.#scales = scales;
  }

  /** 81, 91, 92: one byte each (docs/protocol.md section 2.3). */
  set([id, level]: Uint8Array): Reaction | Fault {
    if (level === undefined) return 0x01;
    if (id === 0x81) this.#leds = level;
    else if (id === 0x91) this.backlight = level;
    else this.contrast = level;
    return {};
  }

  /** Levels from 0 to 1 by name: `backlight`, `contrast`, `led1` to `led8`. */
  controls(): Readonly<Record<string, number>> {
    const leds = Array.from({ length: 8 }, (_, bit) => [`led${bit + 1}`, (this.#leds >> bit) & 1] as const);
    return {
      backlight: this.#scales.backlight(this.backlight),
      contrast: this.#scales.contrast(this.contrast),
      ...Object.fromEntries(leds),
    };
  }
}
