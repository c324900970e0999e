import type { EmulatedDevice, Frame, Reaction } from '@lcdflow/core';
import { infraredReports } from './infrared.ts';
import { Keypad } from './keypad.ts';
import { type Fault, REPORT_SIZE, reply, type Sizes } from './reports.ts';

/** What a device does with a report: a reaction, one answer, or what is wrong with it. */
export type Handler = (report: Uint8Array) => Reaction | Uint8Array | Fault;
export type Handlers = ReadonlyMap<number, Handler>;

/** What tells one model from another, beside what it does with reports. */
export interface Traits {
  /** Names of the keys by their code. */
  readonly keys: readonly string[];
  readonly sizes: Sizes;
  /** Answers unknown IDs with an error instead of ignoring them. */
  readonly strict?: boolean;
}

/** The report that tells what is wrong with another; models that do not declare it keep silent. */
const ERROR = 0x10;
export const NOTHING: Reaction = {};

/** What all picoLCDs have in common: reports by their ID, keys, infrared, and the way out to the bootloader. */
export abstract class ReportDevice implements EmulatedDevice {
  /** By ID. */
  protected abstract readonly handlers: Handlers;
  readonly #keypad: Keypad;
  readonly #sizes: Sizes;
  readonly #strict: boolean;
  #left = false;

  constructor({ keys, sizes, strict = false }: Traits) {
    this.#keypad = new Keypad(keys);
    this.#sizes = sizes;
    this.#strict = strict;
  }

  abstract glass(): Frame;
  abstract controls(): Readonly<Record<string, number>>;

  receive(packet: Uint8Array): Reaction {
    const report = packet.subarray(0, REPORT_SIZE);
    const [id = 0] = report;
    if (this.#left || id === 0) return NOTHING;
    if (id === 0xef) return this.#reaction(id, this.#leave(report));
    const handle = this.handlers.get(id);
    if (handle) return this.#reaction(id, handle(report));
    return this.#strict ? this.#reaction(id, 0xff) : NOTHING;
  }

  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const reports = this.#keypad.press(key, pressed);
    return this.#left ? [] : reports;
  }

  /** A remote control in front of the panel; as `infraredReports`. */
  infrared(samples: readonly number[], words?: number): readonly Uint8Array[] {
    return this.#left ? [] : infraredReports(samples, words, this.#sizes);
  }

  #leave(report: Uint8Array): Reaction | Fault {
    if (report.length < 3) return 0x01;
    this.#left = true;
    return NOTHING;
  }

  #reaction(id: number, outcome: ReturnType<Handler>): Reaction {
    if (outcome instanceof Uint8Array) return { answers: [outcome] };
    if (typeof outcome !== 'number') return outcome;
    return this.#sizes.has(ERROR) ? { answers: [reply(ERROR, [id, outcome], this.#sizes)] } : NOTHING;
  }
}
