import { DOTS, type Frame, letterDots, type Size } from '@lcdflow/core';

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);
const KNOWN = new Map(ASCII.map((codePoint) => [letterDots(codePoint).join(), String.fromCodePoint(codePoint)]));

/** The text on a glass of dots, a line for each row. What looks like no letter of ASCII is U+FFFD. */
export function textOn(glass: Frame, { width, height }: Size): string {
  // Between two letters there is never ink.
  const paper = glass.cells[DOTS.width];
  const letterAt = (x: number, y: number): string => {
    const start = y * (DOTS.height + 1) * glass.width + x * (DOTS.width + 1);
    const rows = Array.from({ length: DOTS.height }, (_, row) => rowFrom(glass, start + row * glass.width, paper));
    return KNOWN.get(rows.join()) ?? '\ufffd';
  };
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_letter, x) => letterAt(x, y)).join(''),
  ).join('\n');
}

const rowFrom = ({ cells }: Frame, start: number, paper: number | undefined): number =>
  cells.subarray(start, start + DOTS.width).reduce((row, cell) => row * 2 + (cell === paper ? 0 : 1), 0);
