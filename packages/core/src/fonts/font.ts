import type { Size } from '../types.ts';
import { blockElement, shade } from './block-elements.ts';
import { brailleDots } from './braille.ts';
import { type FontData, readGlyphs } from './font-data.ts';

/** The pixels of one letter. */
export interface Glyph {
  /** One number for each row of the cell, from the top down: bit `width - 1 - x` is set where pixel x is ink. */
  readonly rows: Uint32Array;
  /** Pixels to the next letter, 1 to 32; those of the font's cell when left out. */
  readonly width?: number;
}

/** A letter with smooth edges, or one that is wider than the rows of a `Glyph`. */
export interface Mask {
  /** Pixels to the next letter. */
  readonly width: number;
  /** How much of each pixel is ink, from 0 to 255: `width` pixels for each row of the font, from the top down. */
  readonly coverage: Uint8Array;
}

/** Letters of one size; `width` and `height` are those of the cell of most letters. */
export interface Font extends Size {
  readonly name: string;
  /** Rows above the baseline, which is where fonts are lined up. */
  readonly ascent: number;
  /** Letters are of different widths. */
  readonly proportional?: boolean;
  /** The least coverage of a mask that is ink on a panel of two colours, 1 to 255; 128 when left out. */
  readonly threshold?: number;
  /** The letter of a code point, always the same object, or `undefined` when the font has none. */
  glyph(codePoint: number): Glyph | undefined;
  /** A grapheme as a mask; asked before `glyph`. */
  mask?(grapheme: string): Mask | undefined;
}

/** Opens a font. Nothing is decoded before the first letter is asked for, and then only that letter. */
export function openFont(data: FontData): Font {
  const { name, width, height, ascent } = data;
  const known = new Map<number, Glyph>();
  let read: ((codePoint: number) => Uint32Array | undefined) | undefined;

  const draw = (codePoint: number): Glyph | undefined => {
    read ??= readGlyphs(data);
    const rows =
      blockElement(codePoint, data) ?? read(codePoint) ?? shade(codePoint, data) ?? brailleDots(codePoint, data);
    if (!rows) return undefined;
    const glyph = { rows };
    known.set(codePoint, glyph);
    return glyph;
  };
  return { name, width, height, ascent, glyph: (codePoint) => known.get(codePoint) ?? draw(codePoint) };
}
