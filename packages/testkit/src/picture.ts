import {
  blankFrame,
  type CellKind,
  type Drawable,
  type Frame,
  INVERTED,
  isInk,
  type Size,
  surfaceOf,
  TAIL,
} from '@lcdflow/core';

/** The letters of the smallest common panels: what a 256 x 64 panel uses when its config names no font. */
export const PICTURE_FONT = '6x8';

/**
 * A frame as text. Pixels are `#` for ink and `.` for paper, by their brightness. Characters are themselves between
 * two `|`, so that blanks at the end can be seen; `^` in a further line marks those that are inverted.
 */
export function picture(frame: Frame, cell: CellKind): string {
  const rows = Array.from({ length: frame.height }, (_, y) =>
    frame.cells.subarray(y * frame.width, (y + 1) * frame.width),
  );
  return rows.map((row) => (cell === 'pixel' ? rowOfPixels(row) : rowOfLetters(row))).join('');
}

/** What a drawable paints on an empty place. `font` is the display's own font; `6x8` when left out. */
export function pictureOf(drawable: Drawable, size: Size, cell: CellKind, font = PICTURE_FONT): string {
  const frame = blankFrame(size, cell === 'character' ? BLANK : 0);
  drawable(surfaceOf(frame, cell, font));
  return picture(frame, cell);
}

const BLANK = 0x20;
const LAST_CODE_POINT = 0x10ffff;
const PLAIN = ~INVERTED;

const rowOfPixels = (row: Uint32Array): string => `${Array.from(row, (cell) => (isInk(cell) ? '#' : '.')).join('')}\n`;

function rowOfLetters(row: Uint32Array): string {
  const letters = Array.from(row, (cell) => (cell === TAIL ? '' : letter(cell & PLAIN))).join('');
  const marks = Array.from(row, (cell) => (cell & INVERTED ? '^' : ' ')).join('');
  return `|${letters}|\n${marks.trim() === '' ? '' : ` ${marks.trimEnd()}\n`}`;
}

/** What would break the picture is shown as the sign for unknown letters. */
const letter = (codePoint: number): string => {
  const text = codePoint > LAST_CODE_POINT ? '' : String.fromCodePoint(codePoint);
  return /^[^\p{Cc}\p{Cs}]$/u.test(text) ? text : '\u{fffd}';
};
