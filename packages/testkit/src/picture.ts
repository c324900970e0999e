import {
  BLACK,
  blankFrame,
  type CellKind,
  type Drawable,
  type Frame,
  INVERTED,
  type Ink,
  isInk,
  type Size,
  surfaceOf,
  TAIL,
  WHITE,
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

/**
 * What a drawable paints on an empty place. `font` is the display's own font; `6x8` when left out. `colors` are those of
 * the panel: 2 is one that dithers, and with more of them colours are letters that a line below the picture explains.
 * `ink` is how ink looks there; `#` is ink, be it light or dark.
 */
export function pictureOf(
  drawable: Drawable,
  size: Size,
  cell: CellKind,
  font = PICTURE_FONT,
  colors?: number,
  ink?: Ink,
): string {
  const frame = blankFrame(size, cell === 'character' ? BLANK : 0);
  drawable(surfaceOf(frame, cell, font, colors, { ink }));
  return cell === 'pixel' && colors !== undefined && colors > 2 ? colorPicture(frame) : picture(frame, cell);
}

/** Black is `.`, white `#`; other colours are letters in the order they come. */
function colorPicture(frame: Frame): string {
  const signs = new Map([
    [BLACK, '.'],
    [WHITE, '#'],
  ]);
  const sign = (color: number): string => {
    if (!signs.has(color)) signs.set(color, String.fromCodePoint(FIRST_COLOR + signs.size - 2));
    return signs.get(color)!;
  };
  const cells = Array.from(frame.cells, sign).join('');
  const rows = Array.from({ length: frame.height }, (_, y) => cells.slice(y * frame.width, (y + 1) * frame.width));
  const legend = [...signs].slice(2).map(([color, letter]) => `${letter} #${color.toString(16).padStart(6, '0')}\n`);
  return `${rows.join('\n')}\n${legend.join('')}`;
}

const BLANK = 0x20;
/** The letter `a`. */
const FIRST_COLOR = 0x61;
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
