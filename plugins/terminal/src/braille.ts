import type { Frame, Rect, Size } from '@lcdflow/core';
import { byFrequency } from './frequency.ts';
import { textRows } from './glyphs.ts';
import type { RunWriter } from './run-writer.ts';
import type { TextRow } from './style.ts';

/** One terminal cell shows two columns of four pixels. */
export const BRAILLE: Size = { width: 2, height: 4 };

/** U+2800 is the cell without dots; each dot is a bit of the eight below (Unicode, chapter 21.1, dots 1 to 8). */
const NO_DOTS = 0x2800;
const DOTS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

function distance(a: number, b: number): number {
  const part = (shift: number) => (((a >> shift) & 0xff) - ((b >> shift) & 0xff)) ** 2;
  return part(16) + part(8) + part(0);
}

/** The two colours that show a cell best: the row's paper if it is in the cell, and the cell's most frequent others. */
function twoColors(pixels: readonly number[], rowPaper: number): readonly [paper: number, ink: number] {
  const other = pixels.find((pixel) => pixel !== rowPaper) ?? rowPaper;
  if (pixels.every((pixel) => pixel === rowPaper || pixel === other)) return [rowPaper, other];
  const [first, second] = byFrequency(pixels) as [number, number];
  if (pixels.includes(rowPaper)) return [rowPaper, first === rowPaper ? second : first];
  return [first, second];
}

function put(to: RunWriter, pixels: readonly (number | undefined)[], rowPaper: number): void {
  const inside = pixels.filter((pixel) => pixel !== undefined);
  const [paper, ink] = twoColors(inside, rowPaper);
  if (ink === paper) {
    to.add(' ', to.style.paper === paper ? to.style : { paper });
    return;
  }
  const isInk = (pixel: number) => pixel === ink || (pixel !== paper && distance(pixel, ink) < distance(pixel, paper));
  let dots = 0;
  pixels.forEach((pixel, at) => {
    if (pixel !== undefined && isInk(pixel)) dots |= DOTS[at]!;
  });
  const style = { ink, paper };
  if (to.style.ink === undefined && to.style.paper === paper) to.refine(style);
  to.add(String.fromCodePoint(NO_DOTS + dots), style);
}

/**
 * Pixels as braille, where half blocks have no room. The most frequent colour of a row of text is its paper, dots are
 * the pixels that differ. Exact for two colours; of more, each terminal cell keeps its two main ones.
 */
export function braille(frame: Frame, area: Rect): readonly TextRow[] {
  return textRows(BRAILLE, area, (row) => {
    const strip = frame.cells.subarray(4 * row * frame.width, (4 * row + 4) * frame.width);
    const [rowPaper = 0] = byFrequency(strip);
    const at = (x: number, y: number) => (x < frame.width ? strip[y * frame.width + x] : undefined);
    return (to, column) => {
      const pixels = DOTS.map((_, dot) => at(2 * column + (dot % 2), dot >> 1));
      put(to, pixels, rowPaper);
    };
  });
}
