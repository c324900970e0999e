import type { Size } from '../types.ts';
import { blockElement, shade } from './block-elements.ts';
import { brailleDots } from './braille.ts';
import { type FontData, readGlyphs } from './font-data.ts';

/** The pixels of one letter. */
export interface Glyph {
  /** One number for each row of the cell, from the top down: bit `width - 1 - x` is set where pixel x is ink. */
  readonly rows: Uint32Array;
}

/** Letters of one size; `width` and `height` are those of each letter's cell, at most 32 pixels wide. */
export interface Font extends Size {
  readonly name: string;
  /** Rows above the baseline, which is where fonts are lined up. */
  readonly ascent: number;
  /** The letter of a code point, always the same object, or `undefined` when the font has none. */
  glyph(codePoint: number): Glyph | undefined;
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
