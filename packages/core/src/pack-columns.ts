import { isInk } from './color.ts';
import type { Frame, Rect } from './types.ts';

/** Rows in a byte. */
const PAGE = 8;

/**
 * The columns of an area as KS0108, SSD1306 and their relatives want them: a byte each, from left to right; bit 0 is
 * the top row of the page of 8 rows that the area begins in, 1 is ink. Rows of a next page are left out.
 */
export function packColumns(frame: Frame, { x, y, width }: Rect): Uint8Array {
  const top = y - (y % PAGE);
  const bytes = new Uint8Array(width);
  for (let bit = 0; bit < PAGE && top + bit < frame.height; bit++) {
    const start = (top + bit) * frame.width + x;
    for (let column = 0; column < width; column++) if (isInk(frame.cells[start + column]!)) bytes[column]! |= 1 << bit;
  }
  return bytes;
}
