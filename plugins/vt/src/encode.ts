import { type Frame, INVERTED, type Rect } from '@lcdflow/core';
import { type Letters, sentAs, shownAs } from './letters.ts';

const ESC = '\x1b';
/** Shift out and in: the set of graphics, and that of letters. */
const [SO, SI] = [0x0e, 0x0f];
const BLANK = 0x20;

/** Bytes that another write costs at least: where it goes on. */
export const GAP = 6;
/** Blanks from which on erasing the rest of a row is shorter. */
const ERASE = 4;

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const goTo = (x: number, y: number): readonly number[] => ascii(`${ESC}[${y + 1};${x + 1}H`);
const REVERSE = ascii(`${ESC}[7m`);
const NORMAL = ascii(`${ESC}[m`);
const ERASE_ROW = ascii(`${ESC}[K`);

/** Letters and graphics in their places, no cursor, no wrapping, an empty screen (docs/protocol.md section 3). */
export const encodeOpening = (letters: Letters): Uint8Array =>
  Uint8Array.from([
    ...(letters === 'utf-8' ? ascii(`${ESC}%G`) : [...ascii(`${ESC}(B${ESC})0`), SI]),
    ...ascii(`${ESC}[?25l${ESC}[?7l${ESC}[m${ESC}[2J`),
  ]);

/** The same picture of cells that the terminal has. */
export const encodeFrame = (frame: Frame, letters: Letters): Frame => ({
  ...frame,
  cells: frame.cells.map((cell) => shownAs(cell, letters)),
});

/** How many blanks a row ends with from a column on. */
function blanksAtEnd(cells: Uint32Array): number {
  let count = 0;
  while (count < cells.length && cells[cells.length - 1 - count] === BLANK) count++;
  return count;
}

/** One row of an area: each change of style only where there is one, and everything as it was at the end. */
function encodeRow(cells: Uint32Array, letters: Letters): readonly number[] {
  const bytes: number[] = [];
  let [isReverse, isGraphic] = [false, false];
  const become = (reverse: boolean, graphic: boolean) => {
    if (reverse !== isReverse) bytes.push(...(reverse ? REVERSE : NORMAL));
    if (graphic !== isGraphic) bytes.push(graphic ? SO : SI);
    [isReverse, isGraphic] = [reverse, graphic];
  };
  for (const cell of cells) {
    const shown = shownAs(cell, letters);
    const sent = sentAs(shown >= INVERTED ? shown - INVERTED : shown, letters)!;
    // A blank is the same in both sets.
    become(shown >= INVERTED, shown % INVERTED === BLANK ? isGraphic : sent.isGraphic);
    bytes.push(...sent.bytes);
  }
  become(false, false);
  return bytes;
}

/** An area as one packet. What is blank up to the right edge is erased. */
export function encodeArea(frame: Frame, { x, y, width, height }: Rect, letters: Letters): Uint8Array {
  const rows = Array.from({ length: height }, (_, index) => {
    const start = (y + index) * frame.width + x;
    const cells = frame.cells.subarray(start, start + width);
    const blanks = x + width === frame.width ? blanksAtEnd(cells) : 0;
    const erases = blanks >= ERASE;
    return [
      ...goTo(x, y + index),
      ...encodeRow(cells.subarray(0, erases ? width - blanks : width), letters),
      ...(erases ? ERASE_ROW : []),
    ];
  });
  return Uint8Array.from(rows.flat());
}
