/** How long things take at 270 kHz, in µs (docs/protocol.md section 1.5). */
const TAKES = {
  instruction: 37,
  data: 41,
  clear: 1_520,
  powerUp: 15_000,
  firstWaking: 4_100,
  secondWaking: 100,
} as const;

const BLANK = 0x20;
const LINE = 40;

/**
 * An HD44780: its memories, its address counter, its modes (docs/protocol.md section 1). It has no clock: whoever writes
 * says when, in µs since power-up. What comes while it is busy is carried out all the same, and counted.
 */
export class Chip {
  /** By address. */
  readonly ddram = new Uint8Array(0x80).fill(BLANK);
  /** 8 rows for each of 8 user-defined characters. */
  readonly cgram = new Uint8Array(0x40);
  /** Writes that came while it was busy. */
  early = 0;
  /** Width of its bus. */
  bits: 4 | 8 = 8;
  lines: 1 | 2 = 1;
  displayOn = false;
  /** Whether an underline marks where the next letter comes. */
  cursorOn = false;
  /** How far the glass is shifted to the left, in letters. */
  shift = 0;
  #address = 0;
  #memory: 'ddram' | 'cgram' = 'ddram';
  #step: 1 | -1 = 1;
  #shifts = false;
  #wakings = 0;
  #busyUntil: number = TAKES.powerUp;

  /** The address of the cursor; `undefined` while user-defined characters are written. */
  get cursor(): number | undefined {
    return this.#memory === 'ddram' ? this.#address : undefined;
  }

  /** How long the last write takes from `now` on, in µs. */
  busyFrom(now: number): number {
    return Math.max(0, this.#busyUntil - now);
  }

  /** The code at an address of the glass, which may be shifted. */
  shown(address: number): number {
    if (this.lines === 1) return this.ddram[(address + this.shift) % (2 * LINE)]!;
    return this.ddram[(address & 0x40) | (((address & 0x3f) + this.shift) % LINE)]!;
  }

  /** A write to the instruction register (docs/protocol.md section 1.3). */
  instruction(byte: number, now: number): void {
    this.#begin(now, TAKES.instruction);
    if (byte >= 0x80) this.#setAddress('ddram', byte & 0x7f);
    else if (byte >= 0x40) this.#setAddress('cgram', byte & 0x3f);
    else if (byte >= 0x20) this.#setFunction(byte, now);
    else if (byte >= 0x10) this.#move(byte);
    else if (byte >= 0x08) this.#setDisplay(byte);
    else if (byte >= 0x04) this.#setEntry(byte);
    else if (byte >= 0x02) this.#home(now);
    else if (byte === 0x01) this.#clear(now);
  }

  /** A write to the data register: a letter, or a row of a user-defined character. */
  data(byte: number, now: number): void {
    this.#begin(now, TAKES.data);
    if (this.#memory === 'cgram') {
      this.cgram[this.#address] = byte & 0x1f;
      this.#address = (this.#address + this.#step) & 0x3f;
      return;
    }
    this.ddram[this.#address] = byte;
    this.#address = this.#neighbour(this.#step);
    if (this.#shifts) this.#shiftBy(this.#step);
  }

  #begin(now: number, takes: number): void {
    if (now < this.#busyUntil) this.early += 1;
    this.#busyUntil = now + takes;
  }

  #setAddress(memory: 'ddram' | 'cgram', address: number): void {
    this.#memory = memory;
    this.#address = address;
  }

  /** Three times the same wakes it up, and it needs its time for that. */
  #setFunction(byte: number, now: number): void {
    const wakes = byte >> 4 === 3 && this.#wakings < 2;
    if (wakes) this.#busyUntil = now + (this.#wakings === 0 ? TAKES.firstWaking : TAKES.secondWaking);
    this.#wakings += 1;
    this.bits = byte & 0x10 ? 8 : 4;
    this.lines = byte & 0x08 ? 2 : 1;
  }

  #move(byte: number): void {
    const step = byte & 0x04 ? 1 : -1;
    if (byte & 0x08) this.#shiftBy(-step);
    else this.#address = this.#neighbour(step);
  }

  #setDisplay(byte: number): void {
    this.displayOn = (byte & 0x04) !== 0;
    this.cursorOn = (byte & 0x02) !== 0;
  }

  #setEntry(byte: number): void {
    this.#step = byte & 0x02 ? 1 : -1;
    this.#shifts = (byte & 0x01) !== 0;
  }

  #home(now: number): void {
    this.#busyUntil = now + TAKES.clear;
    this.#setAddress('ddram', 0);
    this.shift = 0;
  }

  #clear(now: number): void {
    this.ddram.fill(BLANK);
    this.#home(now);
    this.#step = 1;
  }

  #shiftBy(letters: number): void {
    const round = this.lines === 1 ? 2 * LINE : LINE;
    this.shift = (this.shift + letters + round) % round;
  }

  /** The address behind or before this one: lines follow each other in a ring. */
  #neighbour(step: number): number {
    if (this.#memory === 'cgram') return (this.#address + step) & 0x3f;
    if (this.lines === 1) return (this.#address + step + 2 * LINE) % (2 * LINE);
    const [end, begin] = step > 0 ? [LINE - 1, 0] : [0, LINE - 1];
    if ((this.#address & 0x3f) === end) return ((this.#address & 0x40) ^ 0x40) | begin;
    return (this.#address + step) & 0x7f;
  }
}
