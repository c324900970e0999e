import { type EmulatedDevice, type Frame, LcdError, type Reaction } from '@lcdflow/core';
import { Chip } from '../chip.ts';
import { FourBits } from '../four-bits.ts';
import { Glass } from '../glass.ts';
import { glassColors } from '../glass-colors.ts';
import type { Wiring } from './wirings.ts';

/** µs for a byte and its acknowledgement at 100 kHz. */
const BYTE = 90;

/** A display behind a PCF8574, powered up (docs/protocol.md section 5). Each byte of a packet is what its pins are then. */
export class I2cDevice implements EmulatedDevice {
  readonly chip = new Chip();
  readonly bus = new FourBits(this.chip);
  readonly #glass: Glass;
  readonly #wiring: Wiring;
  readonly #clock: (() => number) | undefined;
  /** µs since power-up. */
  #now = 0;
  /** All pins are high with power. */
  #pins = 0xff;

  /** `clock` in ms since power-up tells whether waits are kept; without one each packet comes late enough. */
  constructor(wiring: Wiring, size: string, clock?: () => number) {
    this.#wiring = wiring;
    this.#glass = new Glass(size, [this.chip]);
    this.#clock = clock;
  }

  receive(packet: Uint8Array): Reaction {
    const { rs, rw, en, firstData } = this.#wiring;
    this.#now = Math.max(this.#now, this.#clock ? this.#clock() * 1_000 : this.#now + 1e6) + BYTE;
    for (const byte of packet) {
      this.#now += BYTE;
      this.#pins = byte;
      const data = (byte >> firstData) & 0x0f;
      this.bus.set({ rs: (byte & rs) !== 0, rw: (byte & rw) !== 0, en: (byte & en) !== 0, data }, this.#now);
    }
    return { busy: ((packet.length + 1) * BYTE) / 1_000 };
  }

  press(key: string): readonly Uint8Array[] {
    throw new LcdError('config', `there is no key ${key}`);
  }

  glass(): Frame {
    const { ink, paper } = glassColors(this.controls().backlight!, 1);
    return this.#glass.frame(ink, paper);
  }

  /** The glass as code points; user-defined characters are their numbers. */
  letters(): Frame {
    return this.#glass.letters();
  }

  controls(): Readonly<Record<string, number>> {
    const { light, lightIsLow } = this.#wiring;
    return { backlight: ((this.#pins & light) !== 0) !== lightIsLow ? 1 : 0 };
  }
}
