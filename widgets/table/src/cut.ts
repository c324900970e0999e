import { lettersIn, marqueeText } from '@lcdflow/core';

const MORE = '…';
/** Code units that the longest of letters may take; what is behind them is not even looked at. */
const LONGEST_LETTER = 40;

/** A text with `…` where it does not fit into so many cells; a letter is so many cells wide. */
export function cut(text: string, width: number, letter: number): string {
  const columns = Math.floor(width / letter);
  const near = text.slice(0, columns * LONGEST_LETTER);
  if (near.length === text.length && lettersIn(near) <= columns) return text;
  if (columns < 2) return marqueeText(near, columns, 0);
  return `${marqueeText(near, columns - 1, 0).trimEnd()}${MORE}`;
}
