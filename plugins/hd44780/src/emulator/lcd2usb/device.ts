import { type EmulatedDevice, type Frame, LcdError, type Reaction } from '@lcdflow/core';
import { Chip } from '../chip.ts';
import { chipsOf, Glass } from '../glass.ts';
import { glassColors } from '../glass-colors.ts';

const SETUP = 8;
const TO_HOST = 0x80;
const VERSION = [1, 9] as const;
const BANNER = 'LCD2USB V1.09';
const KEYS = ['up', 'down'];
/** ms that the controller's EEPROM takes for a byte (docs/protocol.md section 3.4). */
const EEPROM = 8.5;

/** An LCD2USB with its display, powered up (docs/protocol.md section 3). */
export class Lcd2usbDevice implements EmulatedDevice {
  readonly chips: readonly Chip[];
  readonly #glass: Glass;
  /** What it remembers without power: as it leaves the factory. */
  readonly #memory = { contrast: 0xff, brightness: 0xff };
  #keys = 0;
  /** µs since power-up, as far as its own work goes: between two requests as much as anything takes. */
  #now = 1e6;

  constructor(size: string) {
    this.chips = Array.from({ length: chipsOf(size) }, () => new Chip());
    this.#glass = new Glass(size, this.chips);
    this.#setUp();
  }

  receive(packet: Uint8Array): Reaction {
    if (packet.length < SETUP) return {};
    const [type, code, ...bytes] = packet;
    const room = packet[6]! | (packet[7]! << 8);
    const begun = this.#now;
    const { reply = [], busy = 0 } = this.#carryOut(code!, bytes.slice(0, 4));
    const took = busy + (this.#now - begun) / 1_000;
    this.#now += 1e5;
    const answers = type! & TO_HOST ? [Uint8Array.of(...packet.subarray(0, SETUP), ...reply.slice(0, room))] : [];
    return { ...(answers.length > 0 ? { answers } : {}), ...(took > 0 ? { busy: took } : {}) };
  }

  /** Nothing is sent: the keys are asked for. @throws LcdError `config` for a key it does not have */
  press(key: string, pressed: boolean): readonly Uint8Array[] {
    const bit = KEYS.indexOf(key);
    if (bit < 0) throw new LcdError('config', `key: one of ${KEYS.join(', ')}, not ${key}`);
    this.#keys = pressed ? this.#keys | (1 << bit) : this.#keys & ~(1 << bit);
    return [];
  }

  glass(): Frame {
    const { backlight, contrast } = this.controls();
    const { ink, paper } = glassColors(backlight!, contrast!);
    return this.#glass.frame(ink, paper);
  }

  /** The glass as code points; user-defined characters are their numbers. */
  letters(): Frame {
    return this.#glass.letters();
  }

  controls(): Readonly<Record<string, number>> {
    return { backlight: this.#memory.brightness / 0xff, contrast: this.#memory.contrast / 0xff };
  }

  /** bRequest is `CCCTTRLL`: class, target, reserved, bytes - 1 (docs/protocol.md section 3.2). */
  #carryOut(code: number, bytes: readonly number[]): { readonly reply?: readonly number[]; readonly busy?: number } {
    const [kind, target, count] = [code >> 5, (code >> 3) & 3, (code & 3) + 1];
    if (kind === 0) return { reply: bytes.slice(0, 2) };
    if (kind === 1) this.#write(target, 'instruction', bytes.slice(0, count));
    if (kind === 2) this.#write(target, 'data', bytes.slice(0, count));
    if (kind === 3) return { busy: this.#set(target, bytes[0]!) };
    return kind === 4 ? { reply: this.#get(target) } : {};
  }

  /** The firmware waits until the controllers are done. */
  #write(target: number, register: 'instruction' | 'data', bytes: readonly number[]): void {
    const chips = this.chips.filter((_, number) => (target >> number) & 1);
    for (const byte of bytes) {
      for (const chip of chips) chip[register](byte, this.#now);
      this.#now += Math.max(0, ...chips.map((chip) => chip.busyFrom(this.#now)));
    }
  }

  /** Only what is new is stored. */
  #set(target: number, level: number): number {
    const what = (['contrast', 'brightness'] as const)[target];
    if (what === undefined || this.#memory[what] === level) return 0;
    this.#memory[what] = level;
    return EEPROM;
  }

  #get(target: number): readonly number[] {
    return [VERSION, [this.#keys, 0], [(1 << this.chips.length) - 1, 0], []][target]!;
  }

  /** What the firmware does when it gets power. */
  #setUp(): void {
    const both = 3;
    for (const byte of [0x28, 0x08, 0x01, 0x06, 0x0c]) this.#write(both, 'instruction', [byte]);
    const say = (target: number, text: string) =>
      this.#write(
        target,
        'data',
        Array.from(text, (letter) => letter.charCodeAt(0)),
      );
    say(1, BANNER);
    say(2, '2nd ctrl');
    if (this.chips.length === 2) say(both, ' both!');
  }
}
