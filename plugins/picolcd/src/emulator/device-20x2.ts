import type { Frame, Reaction } from '@lcdflow/core';
import { KEY_NAMES_20X2 } from './keypad.ts';
import { Eeprom } from './memory.ts';
import { type Handler, type Handlers, NOTHING, ReportDevice } from './report-device.ts';
import { type Fault, SIZES_20X2 } from './reports.ts';
import { Settings } from './settings.ts';
import { CHARACTERS, dotsOf, ROWS, textGlass } from './text-glass.ts';

const SIZE = { width: 20, height: 2 };
const WEAKEST = 40;
const BLANK = 0x20;

/** A picoLCD 20x2, powered up and without a clock (docs/protocol.md section 11). */
export class Picolcd20x2Device extends ReportDevice {
  readonly eeprom = new Eeprom({ sizes: SIZES_20X2 });
  readonly externalEeprom = new Eeprom({ size: 0x2000, write: 0xa2, answer: 0x31, sizes: SIZES_20X2 });
  protected readonly handlers: Handlers;
  readonly #letters = new Uint8Array(SIZE.width * SIZE.height).fill(BLANK);
  readonly #characters = new Uint8Array(CHARACTERS * ROWS);
  readonly #settings = new Settings(1, 0, {
    backlight: (byte) => Math.min(1, byte),
    contrast: (byte) => Math.max(0, 1 - byte / WEAKEST),
  });
  #on = true;

  constructor() {
    super({ keys: KEY_NAMES_20X2, sizes: SIZES_20X2 });
    const set: Handler = (report) => this.#settings.set(report);
    const eeprom: Handler = (report) => this.eeprom.receive(report);
    const external: Handler = (report) => this.externalEeprom.receive(report);
    this.handlers = new Map<number, Handler>([
      [0x81, set],
      [0x91, set],
      [0x92, set],
      [0x93, (report) => this.#control(report)],
      [0x94, () => this.#clear()],
      [0x98, (report) => this.#text(report)],
      [0x9c, (report) => this.#define(report)],
      [0xa1, external],
      [0xa2, external],
      [0xa3, eeprom],
      [0xa4, eeprom],
      [0xf8, () => NOTHING],
    ]);
  }

  glass(): Frame {
    return textGlass(SIZE, this.#on, (index) => dotsOf(this.#letters[index]!, this.#characters), this.#settings);
  }

  controls(): Readonly<Record<string, number>> {
    return this.#settings.controls();
  }

  #control([, bits]: Uint8Array): Reaction | Fault {
    if (bits === undefined) return 0x01;
    this.#on = (bits & 0b100) !== 0;
    return NOTHING;
  }

  #clear(): Reaction {
    this.#letters.fill(BLANK);
    return NOTHING;
  }

  /** What does not fit into the row is dropped. */
  #text(report: Uint8Array): Reaction | Fault {
    const [, row, column, length] = report;
    if (row === undefined || column === undefined || length === undefined) return 0x01;
    if (row >= SIZE.height || length > SIZE.width) return 0x08;
    if (report.length < 4 + length) return 0x02;
    const room = Math.max(0, SIZE.width - column);
    if (room > 0) this.#letters.set(report.subarray(4, 4 + Math.min(length, room)), row * SIZE.width + column);
    return NOTHING;
  }

  #define(report: Uint8Array): Reaction | Fault {
    const [, slot] = report;
    if (slot === undefined || report.length < 2 + ROWS) return 0x01;
    if (slot >= CHARACTERS) return 0x08;
    this.#characters.set(
      report.subarray(2, 2 + ROWS).map((row) => row & 0x1f),
      slot * ROWS,
    );
    return NOTHING;
  }
}
