import type { Mask } from './font.ts';

/** The pixels of a grapheme as rows of bits, as a `Glyph` has them. */
export interface Rows {
  readonly rows: Uint32Array;
  readonly width: number;
}

/** The pixels of a grapheme in the size of a font. */
export type GraphemeGlyph = Rows | Mask;

/** How many pixels fit into the numbers of rows. */
export const WIDEST = 32;
const FULL = 255;
/** The least coverage that is taken for ink. */
const HALF = 128;

/** Pixels put together one by one: rows where they are narrow enough. */
export function drawn(width: number, height: number, isInk: (x: number, y: number) => boolean): GraphemeGlyph {
  const isNarrow = width <= WIDEST;
  const rows = new Uint32Array(isNarrow ? height : 0);
  const coverage = new Uint8Array(isNarrow ? 0 : width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isInk(x, y)) continue;
      if (isNarrow) rows[y]! |= 2 ** (width - 1 - x);
      else coverage[y * width + x] = FULL;
    }
  return isNarrow ? { rows, width } : { width, coverage };
}

/** Whether a pixel of rows is ink; outside of them nothing is. */
export const isInkOf = ({ rows, width }: Rows, x: number, y: number): boolean =>
  x >= 0 && x < width && (((rows[y] ?? 0) >>> (width - 1 - x)) & 1) === 1;

/** Whether a pixel of a grapheme is ink. */
export const isInkIn = (glyph: GraphemeGlyph, x: number, y: number): boolean =>
  'rows' in glyph ? isInkOf(glyph, x, y) : glyph.coverage[y * glyph.width + x]! >= HALF;
