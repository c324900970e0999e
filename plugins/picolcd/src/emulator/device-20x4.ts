import type { Frame } from '@lcdflow/core';
import type { PicolcdOptions } from './device-256x64.ts';
import { draw } from './draw.ts';
import { Hd44780 } from './hd44780.ts';
import { KEY_NAMES_20X4 } from './keypad.ts';
import { Eeprom } from './memory.ts';
import { type Handler, type Handlers, ReportDevice } from './report-device.ts';
import { reply, SIZES_20X4 } from './reports.ts';
import { Settings } from './settings.ts';
import { textGlass } from './text-glass.ts';

const SIZE = { width: 20, height: 4 };
const BRIGHTEST = 100;
const VERSION = [0x00, 0x01];

/** A picoLCD 20x4, powered up and without a clock (docs/protocol.md section 12). */
export class Picolcd20x4Device extends ReportDevice {
  readonly eeprom = new Eeprom({ sizes: SIZES_20X4 });
  protected readonly handlers: Handlers;
  readonly #controller = new Hd44780();
  readonly #settings = new Settings(BRIGHTEST, 0, {
    backlight: (byte) => Math.min(1, byte / BRIGHTEST),
    contrast: (byte) => (byte === 0 ? 1 : 0),
  });

  constructor({ delayUnit = 0.001, strict = false }: PicolcdOptions = {}) {
    super({ keys: KEY_NAMES_20X4, sizes: SIZES_20X4, strict });
    const set: Handler = (report) => this.#settings.set(report);
    const send: Handler = (report) => draw(report, [this.#controller], delayUnit);
    const eeprom: Handler = (report) => this.eeprom.receive(report);
    this.handlers = new Map<number, Handler>([
      [0x81, set],
      [0x91, set],
      [0x92, set],
      [0x94, send],
      [0x95, send],
      [0xa3, eeprom],
      [0xa4, eeprom],
      [0xf1, () => reply(0xf1, VERSION)],
      [0xf5, () => reply(0xf5, [])],
      [0xf7, () => reply(0xf7, VERSION)],
    ]);
  }

  glass(): Frame {
    const dotsAt = (index: number) => this.#controller.dots(Math.floor(index / SIZE.width), index % SIZE.width);
    return textGlass(SIZE, this.#controller.on, dotsAt, this.#settings);
  }

  controls(): Readonly<Record<string, number>> {
    return this.#settings.controls();
  }
}
