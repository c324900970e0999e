import { columnsOf } from '../text/columns.ts';
import type { Font } from './font.ts';
import { letterGlyph } from './letter-glyph.ts';

/** The pixels of a grapheme. */
export interface GraphemeGlyph {
  /** One number for each row, from the top down: bit `width - 1 - x` is set where pixel x is ink. */
  readonly rows: Uint32Array;
  /** That of the font, or twice that for wide letters. */
  readonly width: number;
}

/** Glyphs of graphemes that are more than one letter of the font. */
const composedOf = new WeakMap<Font, Map<string, GraphemeGlyph>>();
const isMark = (letter: string): boolean => /\p{M}/u.test(letter);
const WIDEST = 32;

/** A letter with its accents, each as far as the font has it, laid over it. */
function accented(font: Font, grapheme: string): Uint32Array {
  const [letter, ...more] = grapheme;
  const rows = letterGlyph(font, letter!.codePointAt(0)!).rows.slice();
  for (const mark of more.filter(isMark)) {
    const accent = font.glyph(mark.codePointAt(0)!);
    accent?.rows.forEach((row, y) => {
      rows[y]! |= row;
    });
  }
  return rows;
}

/** The place of a wide letter that no font has: a hollow box, as wide as the letter would be. */
function wideBox({ width: letter, height, ascent }: Font): GraphemeGlyph {
  const width = Math.min(WIDEST, 2 * letter);
  const edge = 2 ** width - 2;
  const sides = 2 ** (width - 1) + 2;
  const row = (y: number) => (y === 0 || y === ascent - 1 ? edge : y < ascent ? sides : 0);
  return { rows: Uint32Array.from({ length: height }, (_, y) => row(y)), width };
}

function composed(font: Font, grapheme: string): GraphemeGlyph {
  if (columnsOf(grapheme) === 2) return wideBox(font);
  return { rows: accented(font, grapheme), width: font.width };
}

/** What to draw for a grapheme, in the size of the font: its letter, with its accents, or the place it would take. */
export function graphemeGlyph(font: Font, grapheme: string): GraphemeGlyph {
  if (grapheme.length === 1 && columnsOf(grapheme) === 1)
    return { rows: letterGlyph(font, grapheme.charCodeAt(0)).rows, width: font.width };
  const known = composedOf.get(font) ?? new Map<string, GraphemeGlyph>();
  composedOf.set(font, known);
  const glyph = known.get(grapheme) ?? composed(font, grapheme);
  known.set(grapheme, glyph);
  return glyph;
}
