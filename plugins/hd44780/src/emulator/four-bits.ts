import type { Chip } from './chip.ts';

/** What stands at the pins of a chip. */
export interface Levels {
  readonly rs: boolean;
  readonly rw: boolean;
  readonly en: boolean;
  /** D4 to D7, bit 0 is D4; D0 to D3 are not connected. */
  readonly data: number;
}

const REST: Levels = { rs: false, rw: false, en: false, data: 0 };

/** A bus of four wires to a chip: what stands there when E falls is taken (docs/protocol.md sections 1.1 and 1.6). */
export class FourBits {
  readonly #chip: Chip;
  /** Upper half of a byte whose lower half is missing. */
  #upper: number | undefined;
  #before: Levels = REST;
  /** Times RS or RW changed together with E, which the chip may take either way. */
  unsettled = 0;

  constructor(chip: Chip) {
    this.#chip = chip;
  }

  /** `now` in µs since power-up. */
  set(levels: Levels, now: number): void {
    const before = this.#before;
    this.#before = levels;
    const registerChanged = before.rs !== levels.rs || before.rw !== levels.rw;
    if (before.en !== levels.en && registerChanged) this.unsettled += 1;
    if (before.en && !levels.en && !before.rw) this.#take(before, now);
  }

  /** A chip that is set to eight wires takes each half for a byte whose lower half is 0. */
  #take({ rs, data }: Levels, now: number): void {
    if (this.#chip.bits === 8) {
      this.#upper = undefined;
      this.#chip[rs ? 'data' : 'instruction'](data << 4, now);
    } else if (this.#upper === undefined) {
      this.#upper = data;
    } else {
      const byte = (this.#upper << 4) | data;
      this.#upper = undefined;
      this.#chip[rs ? 'data' : 'instruction'](byte, now);
    }
  }
}
