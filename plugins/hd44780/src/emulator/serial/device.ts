import { type EmulatedDevice, type Frame, LcdError, type Reaction } from '@lcdflow/core';
import { Chip } from '../chip.ts';
import { Glass } from '../glass.ts';
import { glassColors } from '../glass-colors.ts';
import type { Kind } from './kinds.ts';

/** What the next byte is. */
type Next = 'anything' | 'instruction' | 'letter' | 'level';

const BITS = 10;

/** A display behind a backpack, powered up (docs/protocol.md section 4). Takes its bytes in any pieces. */
export class SerialDevice implements EmulatedDevice {
  readonly chip = new Chip();
  /** Instructions that came before the backpack had their prefix, or the instruction before them, behind it. */
  hasty = 0;
  readonly #kind: Kind;
  readonly #glass: Glass;
  readonly #clock: () => number;
  readonly #down: string[] = [];
  #next: Next = 'anything';
  #level = 1;
  /** µs since power-up, as far as bytes on the line go. */
  #now = 1e6;
  #ready = 0;

  /** `clock` in ms tells whether pauses are kept; without one every byte comes late enough. */
  constructor(kind: Kind, size: string, clock?: () => number) {
    this.#kind = kind;
    this.#glass = new Glass(size, [this.chip]);
    let calls = 0;
    this.#clock = clock ?? (() => 1e3 * ++calls);
    // What a backpack does with power: it wakes its chip.
    for (const byte of [kind.bits === 8 ? 0x38 : 0x28, 0x0c, 0x01, 0x06]) this.chip.instruction(byte, 0);
    this.chip.early = 0;
  }

  receive(packet: Uint8Array): Reaction {
    const answers = Array.from(packet, (byte) => this.#take(byte)).filter((answer) => answer !== undefined);
    return answers.length > 0 ? { answers } : {};
  }

  /** @throws LcdError `config` for a key it does not have */
  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const { name, keys = [], keypad, own } = this.#kind;
    if (!keypad || !keys.includes(key)) throw new LcdError('config', `${name}: there is no key ${key}`);
    if (!pressed) this.#down.splice(this.#down.indexOf(key), 1);
    else if (!this.#down.includes(key)) this.#down.push(key);
    return pressed && own === undefined ? [this.#keys()!] : [];
  }

  glass(): Frame {
    const { ink, paper } = glassColors(this.#level, 1);
    return this.#glass.frame(ink, paper);
  }

  /** The glass as code points; user-defined characters are their numbers. */
  letters(): Frame {
    return this.#glass.letters();
  }

  controls(): Readonly<Record<string, number>> {
    const { own = {}, levels, light } = this.#kind;
    const isLit = levels !== undefined || light !== undefined || typeof own[0x02] === 'number';
    return isLit ? { backlight: this.#level } : {};
  }

  #take(byte: number): Uint8Array | undefined {
    const next = this.#next;
    this.#next = 'anything';
    this.#now += (BITS * 1e6) / this.#kind.baudRate;
    if (next === 'instruction') return this.#instruct(byte);
    if (next === 'letter') this.chip.data(byte, this.#now);
    else if (next === 'level') this.#level = this.#kind.light!.level(byte) ?? this.#level;
    else this.#begin(byte);
    return undefined;
  }

  #begin(byte: number): void {
    const { command, literal, levels = {}, light } = this.#kind;
    if (byte === command) {
      this.#wait();
      this.#next = 'instruction';
    } else if (byte === literal) this.#next = 'letter';
    else if (byte === light?.prefix) this.#next = 'level';
    else if (levels[byte] !== undefined) this.#level = levels[byte];
    else this.chip.data(byte, this.#now);
  }

  #instruct(byte: number): Uint8Array | undefined {
    this.#wait();
    const own = this.#kind.own?.[byte];
    if (own === 'keys') return this.#keys();
    if (own === undefined) this.chip.instruction(byte, this.#now);
    else this.#level = own;
    return undefined;
  }

  /** Two bytes with a pause between them, as it has to be. */
  #wait(): void {
    const now = this.#clock();
    if (now < this.#ready) this.hasty += 1;
    this.#ready = now + (this.#kind.pause ?? 0);
  }

  #keys(): Uint8Array | undefined {
    const { keypad } = this.#kind;
    return keypad && Uint8Array.of(keypad.prefix, keypad.code(this.#down));
  }
}
