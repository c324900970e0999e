import { blankFrame, dotMatrix, type Frame, letterDots, type Size } from '@lcdflow/core';
import type { Chip } from './chip.ts';
import { codePointOf } from './letters.ts';

const BLANK = 0x20;
const UNDERLINE = 0x1f;
const LAST_ROW = 7;
/** Codes below show user-defined characters, those of 0 to 7 twice. */
const FIRST_LETTER = 0x10;

/** Where a letter of a glass comes from. */
interface Cell {
  readonly chip: number;
  readonly address: number;
}

/** Addresses of the first letter of each row; of each half of the row where that is split (docs/protocol.md section 2). */
const ROWS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '8x1': [[0x00]],
  '16x1': [[0x00, 0x40]],
  '16x1-whole': [[0x00]],
  '20x1': [[0x00]],
  '8x2': [[0x00], [0x40]],
  '12x2': [[0x00], [0x40]],
  '16x2': [[0x00], [0x40]],
  '20x2': [[0x00], [0x40]],
  '24x2': [[0x00], [0x40]],
  '40x2': [[0x00], [0x40]],
  '16x4': [[0x00], [0x40], [0x10], [0x50]],
  '20x4': [[0x00], [0x40], [0x14], [0x54]],
  '27x4': [[0x00], [0x40], [0x00], [0x40]],
  '40x4': [[0x00], [0x40], [0x00], [0x40]],
};

/** The sizes there are. */
export const GLASS_SIZES = Object.keys(ROWS);

/** Glasses of four rows with more than 80 letters have a second controller for the lower two. */
export const chipsOf = (size: string): 1 | 2 => (size === '27x4' || size === '40x4' ? 2 : 1);

/** The glass of some chips. */
export class Glass {
  readonly size: Size;
  readonly #chips: readonly Chip[];
  readonly #cells: readonly Cell[];

  constructor(name: string, chips: readonly Chip[]) {
    const [width, height] = name.split(/\D/).map(Number) as [number, number];
    this.size = { width, height };
    this.#chips = chips;
    this.#cells = ROWS[name]!.flatMap((starts, y) =>
      Array.from({ length: width }, (_, x) => {
        const part = width / starts.length;
        const chip = chips.length === 2 ? y >> 1 : 0;
        return { chip, address: starts[Math.floor(x / part)]! + (x % part) };
      }),
    );
  }

  /** What a person sees: pixels in two colours. */
  frame(ink: number, paper: number): Frame {
    return dotMatrix(this.size, (index) => this.#dots(this.#cells[index]!), { ink, paper });
  }

  /** The same as code points; user-defined characters are their numbers, 0 to 7. */
  letters(): Frame {
    const frame = blankFrame(this.size, BLANK);
    this.#cells.forEach((cell, index) => {
      const code = this.#code(cell);
      frame.cells[index] = code < FIRST_LETTER ? code & 7 : codePointOf(code);
    });
    return frame;
  }

  /** A blank where the chip drives no dots: turned off, or a second line that it is not set to. */
  #code({ chip: number, address }: Cell): number {
    const chip = this.#chips[number]!;
    const isDark = !chip.displayOn || (chip.lines === 1 && address >= 0x40);
    return isDark ? BLANK : chip.shown(address);
  }

  #dots(cell: Cell): ArrayLike<number> {
    const chip = this.#chips[cell.chip]!;
    const code = this.#code(cell);
    const dots =
      code < FIRST_LETTER ? chip.cgram.slice((code & 7) * 8, (code & 7) * 8 + 8) : letterDots(codePointOf(code));
    if (chip.displayOn && chip.cursorOn && chip.cursor === cell.address) dots[LAST_ROW] = UNDERLINE;
    return dots;
  }
}
