import { blankFrame, type Frame, INVERTED, type Size } from '@lcdflow/core';

const BLANK = 0x20;

/** The cells of a terminal and its cursor (docs/protocol.md section 2). */
export class Screen {
  readonly size: Size;
  readonly cells: Uint32Array;
  x = 0;
  y = 0;
  isReverse = false;
  wraps = false;
  cursorOn = true;
  /** The next letter goes to the next row, as the last column has been written. */
  #isBeyond = false;

  constructor(size: Size) {
    this.size = size;
    this.cells = new Uint32Array(size.width * size.height).fill(BLANK);
  }

  put(codePoint: number): void {
    const { width } = this.size;
    if (this.#isBeyond && this.wraps) {
      this.x = 0;
      this.lineFeed();
    }
    this.cells[this.y * width + this.x] = (codePoint + (this.isReverse ? INVERTED : 0)) >>> 0;
    this.#isBeyond = this.x === width - 1;
    this.x = Math.min(this.x + 1, width - 1);
  }

  /** Columns and rows count from 0; outside is the edge. */
  moveTo(x: number, y: number): void {
    this.x = Math.max(0, Math.min(x, this.size.width - 1));
    this.y = Math.max(0, Math.min(y, this.size.height - 1));
    this.#isBeyond = false;
  }

  lineFeed(): void {
    this.#isBeyond = false;
    const { width, height } = this.size;
    if (this.y < height - 1) this.y += 1;
    else {
      this.cells.copyWithin(0, width);
      this.cells.fill(BLANK, (height - 1) * width);
    }
  }

  /** 0 from the cursor to the end, 1 from the start to the cursor, 2 all of it. */
  eraseScreen(part: number): void {
    const at = this.y * this.size.width + this.x;
    this.cells.fill(BLANK, part === 0 ? at : 0, part === 1 ? at + 1 : undefined);
  }

  /** The same within the row. */
  eraseRow(part: number): void {
    const start = this.y * this.size.width;
    const [from, to] = [part === 0 ? this.x : 0, part === 1 ? this.x + 1 : this.size.width];
    this.cells.fill(BLANK, start + from, start + to);
  }

  frame(): Frame {
    const frame = blankFrame(this.size);
    frame.cells.set(this.cells);
    return frame;
  }
}
