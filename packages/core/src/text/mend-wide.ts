import { INVERTED, TAIL } from '../frame.ts';
import type { Frame } from '../types.ts';
import { columnsOf } from './columns.ts';

const BLANK = 0x20;
const NARROW_UNTIL = 0x1100;

const isWide = (cell: number): boolean => {
  const codePoint = (cell & ~INVERTED) >>> 0;
  return codePoint >= NARROW_UNTIL && columnsOf(String.fromCodePoint(codePoint)) === 2;
};

/** Puts a blank where only half of a wide letter is left, because something was painted over the other. */
export function mendWide({ width, cells }: Frame): void {
  for (let index = 0; index < cells.length; index++) {
    const isLast = index % width === width - 1;
    if (cells[index] === TAIL) cells[index] = BLANK;
    else if (isWide(cells[index]!)) {
      if (isLast || cells[index + 1] !== TAIL) cells[index] = BLANK;
      else index++;
    }
  }
}
