import { columnsOf, type Font, type Glyph, type Mask } from '@lcdflow/core';
import { broken, type Letter, type Letters, MOST_PIXELS } from './letters.ts';

/** How wide the rows of a `Glyph` can be. */
const WIDEST_ROWS = 32;
const FULL = 255;
/** Letters whose widths tell whether a font is fixed, if it has them. */
const ASCII = Array.from({ length: 0x7e - 0x20 }, (_, index) => 0x21 + index);
const ZERO = 0x30;
const MOST_KEPT = 4096;
/** Each has as many bytes as pixels. */
const MOST_MASKS = 128;

/** The width of a cell: that of the zero, else that of the first letter. */
function cellWidth(letters: Letters): number {
  let width = letters.advanceOf(ZERO);
  if (width === undefined)
    for (const codePoint of letters.codePoints()) {
      width = letters.advanceOf(codePoint)! / columnsOf(String.fromCodePoint(codePoint));
      if (width > 0) break;
    }
  if (width === undefined) throw broken('it has no letters');
  width = Math.ceil(width);
  if (width < 1 || width > MOST_PIXELS)
    throw broken(`letters of 1 to ${MOST_PIXELS} columns are expected, not ${width}`);
  return width;
}

function isProportional(letters: Letters, width: number): boolean {
  const widths = ASCII.map((codePoint) => letters.advanceOf(codePoint)).filter((one) => one !== undefined);
  return widths.some((one) => one !== width);
}

/** Where a letter stands: in a fixed cell, or in one as wide as itself. */
class BitmapFont {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly ascent: number;
  readonly proportional: boolean;
  readonly #letters: Letters;
  readonly #glyphs = new Map<number, Glyph | undefined>();
  readonly #masks = new Map<number, Mask | undefined>();

  constructor(name: string, letters: Letters) {
    this.name = name;
    this.width = cellWidth(letters);
    this.height = letters.ascent + letters.descent;
    this.ascent = letters.ascent;
    this.proportional = isProportional(letters, this.width);
    this.#letters = letters;
  }

  glyph(codePoint: number): Glyph | undefined {
    return kept(this.#glyphs, MOST_KEPT, codePoint, () => {
      const placed = this.#placed(codePoint);
      if (placed === undefined || placed.width > WIDEST_ROWS) return undefined;
      const { width, isInk } = placed;
      const row = (y: number): number => {
        let bits = 0;
        for (let x = 0; x < width; x++) bits = bits * 2 + (isInk(x, y) ? 1 : 0);
        return bits;
      };
      const rows = Uint32Array.from({ length: this.height }, (_, y) => row(y));
      return width === this.width ? { rows } : { rows, width };
    });
  }

  /** Letters that are too wide for rows. */
  mask(grapheme: string): Mask | undefined {
    const [letter, ...more] = grapheme;
    const codePoint = letter?.codePointAt(0);
    if (codePoint === undefined || more.length > 0) return undefined;
    const advance = this.#letters.advanceOf(codePoint);
    if (advance === undefined || Math.max(advance, this.width) * 2 <= WIDEST_ROWS) return undefined;
    return kept(this.#masks, MOST_MASKS, codePoint, () => {
      const placed = this.#placed(codePoint);
      if (placed === undefined || placed.width <= WIDEST_ROWS) return undefined;
      const { width, isInk } = placed;
      const at = (index: number): number => (isInk(index % width, Math.floor(index / width)) ? FULL : 0);
      return { width, coverage: Uint8Array.from({ length: width * this.height }, (_, index) => at(index)) };
    });
  }

  #placed(codePoint: number): { width: number; isInk(x: number, y: number): boolean } | undefined {
    const letter = this.#letters.letter(codePoint);
    if (letter === undefined) return undefined;
    const width = this.#widthOf(codePoint, letter);
    // Marks that are laid over the letter before them reach back.
    const left = letter.left >= 0 ? letter.left : letter.advance === 0 ? letter.left + this.width : 0;
    const top = this.ascent - letter.top;
    const isInk = (x: number, y: number): boolean =>
      x >= left && x < left + letter.width && y >= top && y < top + letter.height && letter.isInk(x - left, y - top);
    return { width, isInk };
  }

  #widthOf(codePoint: number, { left, width, advance }: Letter): number {
    if (!this.proportional) return this.width * columnsOf(String.fromCodePoint(codePoint));
    return Math.min(MOST_PIXELS, Math.max(1, advance === 0 ? this.width : advance, Math.max(0, left) + width));
  }
}

/** What has been made once; texts from outside must not fill the memory. */
function kept<K, T>(known: Map<K, T>, most: number, key: K, make: () => T): T {
  if (known.has(key)) return known.get(key)!;
  if (known.size >= most) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** A font of the letters of a file. @throws LcdError `config` when it has none, or none of a useful size */
export const bitmapFont = (name: string, letters: Letters): Font => new BitmapFont(name, letters);
