import { type CharacterRom, dotMatrix, type Frame, letterDots, type Size } from '@lcdflow/core';

const BLANK = 0x20;
const ROWS = 8;
/** Glyphs that a person can define; their codes come a second time from 8 on. */
const GLYPHS = 8;
const UNNAMED = 0xfffd;

/** Ink and paper of the blue panels. */
const COLORS = { ink: 0xf0f4ff, paper: 0x1038c8 };

/** The glass of a character panel: the codes in its cells, and what they look like. */
export class CharacterGlass {
  readonly #size: Size;
  readonly #letters: ReadonlyMap<number, number>;
  readonly #cells: Uint8Array;
  readonly #glyphs = Array.from({ length: GLYPHS }, () => new Uint8Array(ROWS));

  constructor(size: Size, rom: CharacterRom) {
    this.#size = size;
    this.#letters = rom.letters ?? new Map();
    this.#cells = new Uint8Array(size.width * size.height).fill(BLANK);
  }

  clear(): void {
    this.#cells.fill(BLANK);
  }

  /** Codes from a point on; the point is on the glass, and what goes beyond its row is dropped. */
  put(x: number, y: number, codes: Uint8Array): void {
    this.#cells.set(codes.subarray(0, this.#size.width - x), y * this.#size.width + x);
  }

  /** 8 rows from the top; of the 6 columns in them the left one lies between two letters, and is not drawn here. */
  define(index: number, rows: Uint8Array): void {
    this.#glyphs[index]!.set(rows.subarray(0, ROWS));
  }

  picture(): Frame {
    return dotMatrix(this.#size, (index) => this.#dotsOf(this.#cells[index]!), COLORS);
  }

  #dotsOf(code: number): Uint8Array {
    if (code < 2 * GLYPHS) return this.#glyphs[code % GLYPHS]!;
    return letterDots(this.#letters.get(code) ?? UNNAMED);
  }
}
