import type { FontData } from '../../packages/core/src/fonts/font-data.ts';

/** One letter: its ink's place relative to the origin on the baseline, and its pixels from the top row down. */
interface PlacedGlyph {
  /** Columns from the origin to the ink's left edge. */
  readonly left: number;
  readonly width: number;
  /** Columns from this letter's origin to the next one's. */
  readonly advance: number;
  /** Rows above the baseline. */
  readonly ascent: number;
  /** Each row as a number whose bit `width - 1 - x` is pixel x. */
  readonly rows: readonly number[];
}

/** The letters of a font by code point. */
export interface PlacedGlyphs {
  /** Rows from the top of a line to the baseline. */
  readonly ascent: number;
  /** Rows from the baseline to the bottom of a line. */
  readonly descent: number;
  readonly glyphs: ReadonlyMap<number, PlacedGlyph>;
}

/** What a letter must fit into. */
interface Cell {
  readonly width: number;
  readonly height: number;
  readonly ascent: number;
}

/** Control characters, block elements (core draws them itself) and private use but for the prompt signs of Powerline. */
const isLeftOut = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code < 0xa0) ||
  (code >= 0x2580 && code <= 0x259f && !(code >= 0x2591 && code <= 0x2593)) ||
  (code >= 0xe000 && code <= 0xf8ff && !(code >= 0xe0a0 && code <= 0xe0bf)) ||
  code >= 0xfffe;

/** A letter's rows placed in the cell, or `undefined` when it is wider than one cell or sticks out. */
function rowsInCell(glyph: PlacedGlyph, cell: Cell): readonly number[] | undefined {
  const top = cell.ascent - glyph.ascent;
  const right = cell.width - glyph.left - glyph.width;
  const fits = glyph.left >= 0 && right >= 0 && top >= 0 && top + glyph.rows.length <= cell.height;
  if (!fits || glyph.advance !== cell.width) return undefined;
  return Array.from({ length: cell.height }, (_, y) => (glyph.rows[y - top] ?? 0) * 2 ** right);
}

function packRows(rows: readonly number[], width: number): string {
  return rows.map((row, y) => (row === (rows[y - 1] ?? 0) ? '0' : `1${row.toString(2).padStart(width, '0')}`)).join('');
}

function base64(bits: string): string {
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}

function rangesText(codes: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const code of codes) {
    const range = ranges.at(-1);
    if (range?.[1] === code - 1) range[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map((range) => [...new Set(range)].map((code) => code.toString(16)).join('-')).join(' ');
}

/** Packs the letters that fit a cell of this width in the way `FontData` describes. */
export function packFont(name: string, width: number, font: PlacedGlyphs): FontData {
  const cell = { width, height: font.ascent + font.descent, ascent: font.ascent };
  const letters = [...font.glyphs]
    .filter(([code]) => !isLeftOut(code))
    .sort(([a], [b]) => a - b)
    .map(([code, glyph]) => ({ code, rows: rowsInCell(glyph, cell) }))
    .filter((letter) => letter.rows !== undefined);
  return {
    name,
    ...cell,
    ranges: rangesText(letters.map(({ code }) => code)),
    glyphs: base64(letters.map(({ rows }) => packRows(rows!, width)).join('')),
  };
}
