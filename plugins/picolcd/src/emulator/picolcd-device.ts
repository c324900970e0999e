import type { EmulatedDevice, Frame, Reaction } from '@lcdflow/core';
import { infraredReports } from './infrared.ts';
import { Keypad } from './keypad.ts';
import { Eeprom, Flash } from './memory.ts';
import { Panel } from './panel.ts';
import { type Fault, REPORT_SIZE, reply } from './reports.ts';

export interface PicolcdOptions {
  /** What a delay of 1 in 94, 95 and 96 lasts, in ms; 0.001 when left out (docs/protocol.md section 3.2). */
  readonly delayUnit?: number;
  /** Answers unknown IDs with an error instead of ignoring them. */
  readonly strict?: boolean;
}

type Handler = (report: Uint8Array) => Reaction | Uint8Array | Fault;

const VERSION = [0x00, 0x01];
const NOTHING: Reaction = {};

/** A picoLCD 256x64, powered up and without a clock (docs/protocol.md section 9). */
export class PicolcdDevice implements EmulatedDevice {
  readonly eeprom = new Eeprom();
  readonly flash = new Flash();
  readonly #panel: Panel;
  readonly #keypad = new Keypad();
  readonly #handlers: ReadonlyMap<number, Handler>;
  readonly #strict: boolean;
  #left = false;

  constructor({ delayUnit = 0.001, strict = false }: PicolcdOptions = {}) {
    this.#panel = new Panel(delayUnit);
    this.#strict = strict;
    this.#handlers = this.#reports();
  }

  receive(packet: Uint8Array): Reaction {
    const report = packet.subarray(0, REPORT_SIZE);
    const [id = 0] = report;
    if (this.#left || id === 0) return NOTHING;
    const handle = this.#handlers.get(id);
    if (handle) return reaction(id, handle(report));
    return this.#strict ? reaction(id, 0xff) : NOTHING;
  }

  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const reports = this.#keypad.press(key, pressed);
    return this.#left ? [] : reports;
  }

  /** A remote control in front of the panel; as `infraredReports`. */
  infrared(samples: readonly number[], words?: number): readonly Uint8Array[] {
    return this.#left ? [] : infraredReports(samples, words);
  }

  glass(): Frame {
    return this.#panel.glass();
  }

  controls(): Readonly<Record<string, number>> {
    return this.#panel.controls();
  }

  /** By ID (docs/protocol.md section 2.3). */
  #reports(): ReadonlyMap<number, Handler> {
    const set: Handler = (report) => this.#panel.set(report);
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
      [0xef, (report) => this.#leave(report)],
      [0xf1, () => reply(0xf1, VERSION)],
      [0xf5, () => reply(0xf5, [])],
      [0xf6, () => this.flash.splashSize()],
      [0xf7, () => reply(0xf7, VERSION)],
    ]);
  }

  #leave(report: Uint8Array): Reaction | Fault {
    if (report.length < 3) return 0x01;
    this.#left = true;
    return NOTHING;
  }
}

function reaction(id: number, outcome: Reaction | Uint8Array | Fault): Reaction {
  if (typeof outcome === 'number') return { answers: [reply(0x10, [id, outcome])] };
  return outcome instanceof Uint8Array ? { answers: [outcome] } : outcome;
}
