import type { Frame } from '@lcdflow/core';
import { KEY_NAMES } from './keypad.ts';
import { Eeprom, Flash } from './memory.ts';
import { Panel } from './panel.ts';
import { type Handler, type Handlers, NOTHING, ReportDevice } from './report-device.ts';
import { reply, SIZES_256X64 } from './reports.ts';

export interface PicolcdOptions {
  /** What a delay of 1 in 94, 95 and 96 lasts, in ms; 0.001 when left out (docs/protocol.md section 3.2). */
  readonly delayUnit?: number;
  /** Answers unknown IDs with an error instead of ignoring them. */
  readonly strict?: boolean;
}

const VERSION = [0x00, 0x01];

/** A picoLCD 256x64, powered up and without a clock (docs/protocol.md section 9). */
export class PicolcdDevice extends ReportDevice {
  readonly eeprom = new Eeprom();
  readonly flash = new Flash();
  protected readonly handlers: Handlers;
  readonly #panel: Panel;

  constructor({ delayUnit = 0.001, strict = false }: PicolcdOptions = {}) {
    super({ keys: KEY_NAMES, sizes: SIZES_256X64, strict });
    this.#panel = new Panel(delayUnit);
    this.handlers = this.#reports();
  }

  glass(): Frame {
    return this.#panel.glass();
  }

  controls(): Readonly<Record<string, number>> {
    return this.#panel.settings.controls();
  }

  /** docs/protocol.md section 2.3 */
  #reports(): Handlers {
    const set: Handler = (report) => this.#panel.settings.set(report);
    const draw: Handler = (report) => this.#panel.draw(report);
    const eeprom: Handler = (report) => this.eeprom.receive(report);
    const flash: Handler = (report) => this.flash.receive(report);
    return new Map<number, Handler>([
      [0x81, set],
      [0x91, set],
      [0x92, set],
      [0x93, (report) => this.#panel.reset(report)],
      [0x94, draw],
      [0x95, draw],
      [0x96, draw],
      [0xa3, eeprom],
      [0xa4, eeprom],
      [0xb2, (report) => this.flash.erase(report)],
      [0xb3, flash],
      [0xb4, flash],
      [0xc1, () => NOTHING],
      [0xf1, () => reply(0xf1, VERSION)],
      [0xf5, () => reply(0xf5, [])],
      [0xf6, () => this.flash.splashSize()],
      [0xf7, () => reply(0xf7, VERSION)],
    ]);
  }
}
