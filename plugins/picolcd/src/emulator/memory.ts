import { type Fault, reply, type Sizes, wordLow } from './reports.ts';

interface Span {
  readonly address: number;
  readonly length: number;
  /** What follows the header, at most `length` bytes. */
  readonly data: Uint8Array;
}

/** The header of a3, a4, b3 and b4: address low, address high, length. */
function spanOf(report: Uint8Array, most: number): Span | Fault {
  const length = report[3];
  if (length === undefined) return 0x01;
  if (length === 0 || length > most) return 0x08;
  return { address: wordLow(report, 1), length, data: report.subarray(4, 4 + length) };
}

/** An answer repeats address and length, then brings what is stored. */
const stored = (id: number, report: Uint8Array, bytes: Uint8Array, sizes?: Sizes): Uint8Array =>
  reply(id, [...report.subarray(1, 4), ...bytes], sizes);

/** What tells one EEPROM from another. */
export interface EepromTraits {
  /** In bytes; 256 when left out. */
  readonly size?: number;
  /** IDs of the report that writes and of the one that answers; those of the internal one when left out. */
  readonly write?: number;
  readonly answer?: number;
  readonly sizes?: Sizes;
}

/** A data EEPROM, 20 bytes a report (docs/protocol.md sections 2.5 and 11.5). */
export class Eeprom {
  readonly bytes: Uint8Array;
  readonly #write: number;
  readonly #answer: number;
  readonly #sizes: Sizes | undefined;

  constructor({ size = 0x100, write = 0xa4, answer = 0x32, sizes }: EepromTraits = {}) {
    this.bytes = new Uint8Array(size).fill(0xff);
    this.#write = write;
    this.#answer = answer;
    this.#sizes = sizes;
  }

  /** a3 and a4, or a1 and a2. */
  receive(report: Uint8Array): Uint8Array | Fault {
    const span = spanOf(report, 20);
    if (typeof span === 'number') return span;
    const { address, length, data } = span;
    if (address + length > this.bytes.length) return 0x06;
    if (report[0] === this.#write) {
      if (data.length < length) return 0x02;
      this.bytes.set(data, address);
    }
    return stored(this.#answer, report, this.bytes.subarray(address, address + length), this.#sizes);
  }
}

const FIRMWARE = 0x2000;
const SPLASH = 0x4200;
const SPLASH_END = 0x5ffe;
const END = 0x6000;
const BLOCK = 64;
const sectionOf = (address: number): number => [FIRMWARE, SPLASH, END].filter((start) => address >= start).length;

/** The program flash, with the splash in it (docs/protocol.md section 2.5). */
export class Flash {
  /** By physical address. */
  readonly bytes = new Uint8Array(END).fill(0xff);
  readonly #origin: number;

  /** `origin`: the physical address that reports call 0, the splash in display mode. */
  constructor(origin = SPLASH) {
    this.#origin = origin;
    this.bytes.set([0, 0], SPLASH);
  }

  /** b2: erases the block around an address. */
  erase(report: Uint8Array): Uint8Array | Fault {
    if (report.length < 3) return 0x01;
    const address = this.#origin + wordLow(report, 1);
    if (address >= END) return 0x04;
    if (address < FIRMWARE) return 0x03;
    const start = address - (address % BLOCK);
    this.bytes.fill(0xff, start, start + BLOCK);
    return reply(0x41, report.subarray(1, 3));
  }

  /** b3 and b4. */
  receive(report: Uint8Array): Uint8Array | Fault {
    const span = spanOf(report, 32);
    if (typeof span === 'number') return span;
    const { length, data } = span;
    const start = this.#origin + span.address;
    const last = start + length - 1;
    if (last >= END || sectionOf(start) !== sectionOf(last)) return 0x06;
    if (report[0] === 0xb4) {
      if (start < FIRMWARE) return 0x03;
      if (data.length < length) return 0x02;
      // Writing clears bits; only erasing sets them (docs/protocol.md section 9.2).
      data.forEach((byte, index) => {
        this.bytes[start + index]! &= byte;
      });
    }
    return stored(0x41, report, this.bytes.subarray(start, start + length));
  }

  /** f6: the largest splash and the one stored, in bytes. */
  splashSize(): Uint8Array {
    const most = SPLASH_END - SPLASH;
    return reply(0xf6, [most & 0xff, most >> 8, ...this.bytes.subarray(SPLASH, SPLASH + 2)]);
  }
}
