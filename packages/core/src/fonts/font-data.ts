import type { Size } from '../types.ts';

/**
 * A font as its module in `data/` holds it, made by `scripts/fonts/convert.ts`.
 *
 * `glyphs` is a row of bits in base64 without padding, most significant bit first. It holds one letter after the other
 * in the order of `ranges`, and each letter row by row from the top of its cell: a 0 means "as the row above" (an empty
 * one above the first), a 1 is followed by the row's `width` pixels from left to right, 1 for ink.
 */
export interface FontData extends Size {
  readonly name: string;
  /** Rows above the baseline. */
  readonly ascent: number;
  /** Code points in rising order, in hexadecimal: `20-7e a0-17f 20ac`. */
  readonly ranges: string;
  readonly glyphs: string;
}

/** The code points of a font's data as pairs of first and last. */
export function rangesOf(data: FontData): readonly (readonly [first: number, last: number])[] {
  return data.ranges.split(' ').map((range) => {
    const [first, last = first] = range.split('-').map((number) => Number.parseInt(number, 16));
    return [first!, last!];
  });
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIX_BITS = new Uint8Array(128);
for (let value = 0; value < 64; value++) SIX_BITS[ALPHABET.charCodeAt(value)] = value;

const bitAt = (text: string, at: number): number => (SIX_BITS[text.charCodeAt((at / 6) | 0)]! >> (5 - (at % 6))) & 1;

/** The number whose `count` bits begin at `at`; at most 32. */
function numberAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let bit = at; bit < at + count; bit++) value = (value << 1) | bitAt(text, bit);
  return value >>> 0;
}

function rowsAt({ width, height, glyphs }: FontData, at: number): Uint32Array {
  const rows = new Uint32Array(height);
  for (let y = 0, bit = at; y < height; y++) {
    const isNew = bitAt(glyphs, bit++) === 1;
    rows[y] = isNew ? numberAt(glyphs, bit, width) : y > 0 ? rows[y - 1]! : 0;
    if (isNew) bit += width;
  }
  return rows;
}

/** Where each of `count` letters begins in the bits. */
function letterStarts({ width, height, glyphs }: FontData, count: number): Uint32Array {
  const starts = new Uint32Array(count);
  for (let letter = 0, bit = 0; letter < count; letter++) {
    starts[letter] = bit;
    for (let y = 0; y < height; y++) bit += bitAt(glyphs, bit) === 1 ? 1 + width : 1;
  }
  return starts;
}

/** Finds where the letters are (a ms or so for thousands of them) and returns what decodes the rows of one. */
export function readGlyphs(data: FontData): (codePoint: number) => Uint32Array | undefined {
  let count = 0;
  const ranges = rangesOf(data).map(([first, last]) => {
    const range = { first, last, letter: count };
    count += last - first + 1;
    return range;
  });
  const starts = letterStarts(data, count);
  return (codePoint) => {
    const range = ranges.find(({ last }) => codePoint <= last);
    if (!range || codePoint < range.first) return undefined;
    return rowsAt(data, starts[range.letter + codePoint - range.first]!);
  };
}
