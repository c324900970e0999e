import { type Fault, reply, wordLow } from './reports.ts';

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
const stored = (id: number, report: Uint8Array, bytes: Uint8Array): Uint8Array =>
  reply(id, [...report.subarray(1, 4), ...bytes]);

/** The data EEPROM: 256 bytes, 20 a report (docs/protocol.md section 2.5). */
export class Eeprom {
  readonly bytes = new Uint8Array(0x100).fill(0xff);

  /** a3 and a4. */
  receive(report: Uint8Array): Uint8Array | Fault {
    const span = spanOf(report, 20);
    if (typeof span === 'number') return span;
    const { address, length, data } = span;
    if (address + length > this.bytes.length) return 0x06;
    if (report[0] === 0xa4) {
      if (data.length < length) return 0x02;
      this.bytes.set(data, address);
    }
    return stored(0x32, report, this.bytes.subarray(address, address + length));
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
