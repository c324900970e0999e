/** Rows and columns of one chip. */
export const CHIP = 64;

/** One column chip of the KS0108 kind: 64 x 64 pixels, 8 pages of 64 bytes (docs/protocol.md section 3.1). */
export class Controller {
  /** Byte `page * 64 + column` is a column of 8 pixels, bit 0 uppermost. */
  readonly memory = new Uint8Array((CHIP * CHIP) / 8);
  #on = true;
  #startLine = 0;
  #page = 0;
  #column = 0;

  /** Takes a byte with RS 0. Bytes that are no command do nothing. */
  command(byte: number): void {
    if (byte === 0x3e || byte === 0x3f) this.#on = byte === 0x3f;
    else if (byte >= 0x40 && byte <= 0x7f) this.#column = byte & 0x3f;
    else if (byte >= 0xb8 && byte <= 0xbf) this.#page = byte & 0x07;
    else if (byte >= 0xc0) this.#startLine = byte & 0x3f;
  }

  /** Takes a byte with RS 1. The column moves on and wraps within the page. */
  write(byte: number): void {
    this.memory[this.#page * CHIP + this.#column] = byte;
    this.#column = (this.#column + 1) % CHIP;
  }

  /** The reset line: memory and counters stay (docs/protocol.md section 3.5). */
  reset(): void {
    this.#on = false;
    this.#startLine = 0;
  }

  /** Whether a pixel is dark on the glass; `x` and `y` from 0 to 63. */
  isInk(x: number, y: number): boolean {
    const row = (y + this.#startLine) % CHIP;
    return this.#on && ((this.memory[(row >> 3) * CHIP + x]! >> (row & 7)) & 1) === 1;
  }
}
