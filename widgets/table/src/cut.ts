import { lettersIn, marqueeText } from '@lcdflow/core';
import type { Sheet } from './sheet.ts';

const MORE = '…';
/** Code units that the longest of letters may take; what is behind them is not even looked at. */
const LONGEST_LETTER = 40;

type Letters = Pick<Sheet, 'letter' | 'widthOf'>;

/** A text with `…` where it does not fit into so many cells. */
export function cut(text: string, width: number, { letter, widthOf }: Letters): string {
  const columns = Math.floor(width / letter.width);
  const near = text.slice(0, columns * LONGEST_LETTER);
  const [length, letters] = [widthOf(near), lettersIn(near)];
  if (near.length === text.length && length <= width) return text;
  const isFixed = length === letters * letter.width;
  const kept = isFixed ? columns - 1 : mostThatFit(near, Math.min(letters, columns), width - widthOf(MORE), widthOf);
  return kept < 1 ? marqueeText(near, Math.min(1, columns), 0) : `${beginning(near, kept)}${MORE}`;
}

const beginning = (text: string, letters: number): string => marqueeText(text, letters, 0).trimEnd();

/** How many letters of a font of different widths have room: 0 to `most`. */
function mostThatFit(text: string, most: number, width: number, widthOf: Letters['widthOf']): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(beginning(text, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}
