import type { Frame, Reaction } from '@lcdflow/core';
import { CHIP, Controller } from './controller.ts';
import { parseDrawing } from './drawing.ts';
import { contrastLevel, DEFAULT_CONTRAST, glassColors } from './glass-colors.ts';
import { type Fault, wordLow } from './reports.ts';

const WIDTH = 256;

/** What a person sees: four chips side by side, the light behind them, and eight LEDs. */
export class Panel {
  readonly #chips = Array.from({ length: WIDTH / CHIP }, () => new Controller());
  readonly #delayUnit: number;
  #leds = 0;
  #backlight = 0xff;
  #contrast: number = DEFAULT_CONTRAST;

  /** `delayUnit` in ms. */
  constructor(delayUnit: number) {
    this.#delayUnit = delayUnit;
  }

  /** 81, 91, 92: one byte each (docs/protocol.md section 2.3). */
  set(report: Uint8Array): Reaction | Fault {
    const [id, level] = report;
    if (level === undefined) return 0x01;
    if (id === 0x81) this.#leds = level;
    else if (id === 0x91) this.#backlight = level;
    else this.#contrast = level;
    return {};
  }

  /** 93 (docs/protocol.md section 3.5). */
  reset(report: Uint8Array): Reaction | Fault {
    if (report.length < 3) return 0x01;
    for (const chip of this.#chips) chip.reset();
    return pause(wordLow(report, 1));
  }

  /** 94, 95, 96 (docs/protocol.md section 3.2). */
  draw(report: Uint8Array): Reaction | Fault {
    const drawing = parseDrawing(report);
    if (typeof drawing === 'number') return drawing;
    const chip = this.#chips[drawing.chip];
    for (const { taken, bytes } of drawing.parts)
      for (const byte of bytes) taken === 'data' ? chip?.write(byte) : chip?.command(byte);
    return pause(drawing.delay * this.#delayUnit);
  }

  glass(): Frame {
    const { ink, paper } = glassColors(this.#backlight, this.#contrast);
    const cells = new Uint32Array(WIDTH * CHIP).fill(paper);
    this.#chips.forEach((chip, number) => {
      for (let y = 0; y < CHIP; y++)
        for (let x = 0; x < CHIP; x++) if (chip.isInk(x, y)) cells[y * WIDTH + number * CHIP + x] = ink;
    });
    return { width: WIDTH, height: CHIP, cells };
  }

  /** Levels from 0 to 1 by name: `backlight`, `contrast`, `led1` to `led8`. */
  controls(): Readonly<Record<string, number>> {
    const leds = Array.from({ length: 8 }, (_, bit) => [`led${bit + 1}`, (this.#leds >> bit) & 1] as const);
    return {
      backlight: this.#backlight / 0xff,
      contrast: contrastLevel(this.#contrast),
      ...Object.fromEntries(leds),
    };
  }
}

const pause = (busy: number): Reaction => (busy > 0 ? { busy } : {});
