import type { Frame, Reaction } from '@lcdflow/core';
import { CHIP, Controller } from './controller.ts';
import { draw, pause } from './draw.ts';
import { contrastLevel, DEFAULT_CONTRAST, glassColors } from './glass-colors.ts';
import { type Fault, wordLow } from './reports.ts';
import { Settings } from './settings.ts';

const WIDTH = 256;

/** What a person sees: four chips side by side, the light behind them, and eight LEDs. */
export class Panel {
  readonly #chips = Array.from({ length: WIDTH / CHIP }, () => new Controller());
  readonly #delayUnit: number;
  readonly settings = new Settings(0xff, DEFAULT_CONTRAST, {
    backlight: (byte) => byte / 0xff,
    contrast: contrastLevel,
  });

  /** `delayUnit` in ms. */
  constructor(delayUnit: number) {
    this.#delayUnit = delayUnit;
  }

  /** 93 (docs/protocol.md section 3.5). */
  reset(report: Uint8Array): Reaction | Fault {
    if (report.length < 3) return 0x01;
    for (const chip of this.#chips) chip.reset();
    return pause(wordLow(report, 1));
  }

  /** 94, 95, 96 (docs/protocol.md section 3.2). */
  draw(report: Uint8Array): Reaction | Fault {
    return draw(report, this.#chips, this.#delayUnit);
  }

  glass(): Frame {
    const { ink, paper } = glassColors(this.settings.backlight, this.settings.contrast);
    const cells = new Uint32Array(WIDTH * CHIP).fill(paper);
    this.#chips.forEach((chip, number) => {
      for (let y = 0; y < CHIP; y++)
        for (let x = 0; x < CHIP; x++) if (chip.isInk(x, y)) cells[y * WIDTH + number * CHIP + x] = ink;
    });
    return { width: WIDTH, height: CHIP, cells };
  }
}
