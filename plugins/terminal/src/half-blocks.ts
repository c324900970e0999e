import { type Frame, luminance, type Rect, type Size } from '@lcdflow/core';
import { byFrequency } from './frequency.ts';
import { textRows } from './glyphs.ts';
import type { RunWriter } from './run-writer.ts';
import type { Style, TextRow } from './style.ts';

/** One terminal cell shows two pixels, one above the other. */
export const HALF_BLOCK: Size = { width: 1, height: 2 };

/** The letter that shows two colours in a style as it is; `undefined` when none does. */
function letterFor(upper: number, lower: number | undefined, { ink, paper }: Style): string | undefined {
  if (upper === lower && upper === paper) return ' ';
  if (upper === lower && upper === ink) return '█';
  if (upper === ink && lower === paper) return '▀';
  return upper === paper && lower !== undefined && lower === ink ? '▄' : undefined;
}

/** A style for two colours in a row whose paper is known. */
function styleFor(upper: number, lower: number | undefined, rowPaper: number): Style {
  if (lower === undefined) return { ink: upper };
  if (upper === lower) return upper === rowPaper ? { paper: rowPaper } : { ink: upper, paper: rowPaper };
  if (upper === rowPaper || lower === rowPaper) return { ink: upper === rowPaper ? lower : upper, paper: rowPaper };
  return luminance(upper) < luminance(lower) ? { ink: lower, paper: upper } : { ink: upper, paper: lower };
}

function put(to: RunWriter, upper: number, lower: number | undefined, rowPaper: number): void {
  const letter = letterFor(upper, lower, to.style);
  if (letter !== undefined) {
    to.add(letter, to.style);
    return;
  }
  const style = styleFor(upper, lower, rowPaper);
  // A run of blanks has its ink still to choose.
  if (to.style.ink === undefined && to.style.paper === style.paper) to.refine(style);
  to.add(letterFor(upper, lower, style)!, style);
}

/**
 * Pixels as half blocks: exact, in 24-bit colours. The most frequent colour of a row of text is its paper; elsewhere
 * the darker of two colours that meet. Below the last row of an odd height the terminal's own paper shows.
 */
export function halfBlocks(frame: Frame, area: Rect): readonly TextRow[] {
  return textRows(HALF_BLOCK, area, (row) => {
    const strip = frame.cells.subarray(2 * row * frame.width, (2 * row + 2) * frame.width);
    const [rowPaper = 0] = byFrequency(strip);
    return (to, column) => put(to, strip[column]!, strip[frame.width + column], rowPaper);
  });
}
