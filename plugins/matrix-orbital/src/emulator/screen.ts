import type { Point, Size } from '@lcdflow/core';
import { romDots } from './letters.ts';

/** Where text goes when a row is full and wrapping is off: sources disagree (docs/protocol.md section 4.1). */
export type RowEnd = 'lost' | 'memory';

const BLANK = 0x20;
/** User-defined characters, and rows of each. */
const OWN = 8;
const ROWS = 8;

/** The letters of a module, its cursor, and its user-defined characters (docs/protocol.md section 4). */
export class Screen {
  readonly codes: Uint8Array;
  /** The user-defined characters; random after power-up, here blank. */
  readonly #characters = new Uint8Array(OWN * ROWS);
  wrap = true;
  scroll = true;
  readonly #size: Size;
  readonly #rowEnd: RowEnd;
  /** `x` is the width when it stands behind a full row. */
  #cursor: Point = { x: 0, y: 0 };

  constructor(size: Size, rowEnd: RowEnd) {
    this.#size = size;
    this.#rowEnd = rowEnd;
    this.codes = new Uint8Array(size.width * size.height).fill(BLANK);
  }

  /** Shows the text after power-up, as far as it fits; the cursor is home. */
  show(text: string): void {
    this.codes.set(new TextEncoder().encode(text).subarray(0, this.codes.length));
    this.home();
  }

  /** What one place of the glass shows, row by row: 8 rows from the top, bit 4 is the left of 5 columns. */
  dotsAt(index: number): Uint8Array {
    const code = this.codes[index]!;
    const start = (code % OWN) * ROWS;
    // They are there twice.
    return code < 2 * OWN ? this.#characters.subarray(start, start + ROWS) : romDots(code);
  }

  /** Draws a user-defined character; there is none but those with the numbers 0 to 7. */
  define(number: number, rows: readonly number[]): void {
    if (number < OWN) this.#characters.set(rows, number * ROWS);
  }

  get cursor(): Point {
    return this.#cursor;
  }

  clear(): void {
    this.codes.fill(BLANK);
    this.home();
  }

  home(): void {
    this.#cursor = { x: 0, y: 0 };
  }

  /** Columns and rows from 1; a place that is not on the glass changes nothing. */
  goTo(column: number, row: number): void {
    const { width, height } = this.#size;
    if (column >= 1 && column <= width && row >= 1 && row <= height) this.#cursor = { x: column - 1, y: row - 1 };
  }

  /** One letter to the left or right; at the ends of the glass it goes round. */
  step(by: 1 | -1): void {
    const { width, height } = this.#size;
    const count = width * height;
    const index = (this.#cursor.y * width + Math.min(this.#cursor.x, width - 1) + by + count) % count;
    this.#cursor = { x: index % width, y: Math.floor(index / width) };
  }

  write(code: number): void {
    const { x, y } = this.#cursor;
    const { width } = this.#size;
    if (x >= width) return;
    this.codes[y * width + x] = code;
    this.#cursor = { x: x + 1, y };
    if (x + 1 === width) this.#endRow(y);
  }

  #endRow(y: number): void {
    if (this.wrap) this.#newRow(y + 1);
    else if (this.#rowEnd === 'memory') this.#cursor = { x: 0, y: memoryAfter(y, this.#size.height) };
  }

  #newRow(y: number): void {
    const { width, height } = this.#size;
    if (y < height) this.#cursor = { x: 0, y };
    else if (this.scroll) {
      this.codes.copyWithin(0, width);
      this.codes.fill(BLANK, width * (height - 1));
      this.#cursor = { x: 0, y: height - 1 };
    } else this.home();
  }
}

/** The controller's memory holds rows 1 and 3 one behind the other, then 2 and 4. */
const memoryAfter = (y: number, height: number): number => (height === 4 ? [2, 3, 1, 0][y]! : (y + 1) % height);
