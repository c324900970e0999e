import { type Frame, INVERTED, type Rect, type Size, TAIL } from '@lcdflow/core';
import { textRows } from './glyphs.ts';
import { printable } from './printable.ts';
import { PLAIN, type Style, type TextRow } from './style.ts';

/** One terminal cell shows one letter. */
export const LETTER: Size = { width: 1, height: 1 };

const REVERSE: Style = { inverted: true };

/** Characters as they are; dark on light is reverse video. */
export function letters(frame: Frame, area: Rect): readonly TextRow[] {
  return textRows(LETTER, area, (row) => (to, column) => {
    const cell = frame.cells[row * frame.width + column]!;
    // The wide letter before it has taken its column.
    if (cell === TAIL) return;
    const code = (cell & ~INVERTED) >>> 0;
    to.add(String.fromCodePoint(printable(code)), (cell & INVERTED) === 0 ? PLAIN : REVERSE);
  });
}
