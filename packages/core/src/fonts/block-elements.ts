import type { Rect, Size } from '../types.ts';

/** A part of the cell in eighths of its width and height. */
type Eighths = readonly [left: number, top: number, right: number, bottom: number];

const lowerEighths = (count: number): Eighths => [0, 8 - count, 8, 8];
const leftEighths = (count: number): Eighths => [0, 0, count, 8];
const UPPER_LEFT: Eighths = [0, 0, 4, 4];
const UPPER_RIGHT: Eighths = [4, 0, 8, 4];
const LOWER_LEFT: Eighths = [0, 4, 4, 8];
const LOWER_RIGHT: Eighths = [4, 4, 8, 8];

/** What is filled in U+2580 to U+259F by the Unicode chart "Block Elements"; the shades have no parts. */
const PARTS: readonly (readonly Eighths[])[] = [
  [[0, 0, 8, 4]],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((count) => [lowerEighths(count)]),
  ...[7, 6, 5, 4, 3, 2, 1].map((count) => [leftEighths(count)]),
  [[4, 0, 8, 8]],
  [],
  [],
  [],
  [[0, 0, 8, 1]],
  [[7, 0, 8, 8]],
  [LOWER_LEFT],
  [LOWER_RIGHT],
  [UPPER_LEFT],
  [UPPER_LEFT, LOWER_LEFT, LOWER_RIGHT],
  [UPPER_LEFT, LOWER_RIGHT],
  [UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT],
  [UPPER_LEFT, UPPER_RIGHT, LOWER_RIGHT],
  [UPPER_RIGHT],
  [UPPER_RIGHT, LOWER_LEFT],
  [UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT],
];

/** The nearest whole pixels, at least one. */
function pixels([left, top, right, bottom]: Eighths, { width, height }: Size): Rect {
  const x = Math.min(Math.round((left * width) / 8), width - 1);
  const y = Math.min(Math.round((top * height) / 8), height - 1);
  return { x, y, width: Math.round((right * width) / 8) - x, height: Math.round((bottom * height) / 8) - y };
}

/** Sets the pixels of an area in the rows of a cell. */
export function inkArea(rows: Uint32Array, cell: Size, area: Rect): void {
  const mask = 2 ** (cell.width - area.x) - 2 ** (cell.width - area.x - area.width);
  for (let y = area.y; y < area.y + area.height; y++) rows[y]! |= mask;
}

/**
 * U+2580 to U+259F drawn exactly to the edges of a cell, so that bars made of letters join; 4 x 6 pixels or larger.
 * `undefined` for other letters and for the shades U+2591 to U+2593.
 */
export function blockElement(codePoint: number, cell: Size): Uint32Array | undefined {
  const parts = PARTS[codePoint - 0x2580];
  if (!parts?.length) return undefined;
  const rows = new Uint32Array(cell.height);
  for (const part of parts) inkArea(rows, cell, pixels(part, cell));
  return rows;
}

/** Where U+2591 to U+2593 have ink: a quarter, a half and three quarters of the pixels. */
const SHADES: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => x % 2 === 0 && y % 2 === 0,
  (x, y) => (x + y) % 2 === 0,
  (x, y) => x % 2 === 0 || y % 2 === 0,
];

/** A plain pattern for the shades U+2591 to U+2593, for fonts without them; `undefined` for other letters. */
export function shade(codePoint: number, { width, height }: Size): Uint32Array | undefined {
  const hasInk = SHADES[codePoint - 0x2591];
  if (!hasInk) return undefined;
  return Uint32Array.from({ length: height }, (_, y) => {
    let row = 0;
    for (let x = 0; x < width; x++) row = row * 2 + Number(hasInk(x, y));
    return row;
  });
}
