import { DOTS, type Frame, letterDots, type Size } from '@lcdflow/core';

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);
const NONE = 0xfffd;

/** Reads the letters of ASCII on a glass of dots: what looks like none of them is U+FFFD. */
export function lettersOn({ width, height }: Size): (glass: Frame) => Frame {
  const known = new Map(ASCII.map((codePoint) => [letterDots(codePoint).join(), codePoint]));
  return (glass) => {
    const ink = inkOf(glass);
    const cells = Uint32Array.from({ length: width * height }, (_, index) => {
      const left = (index % width) * (DOTS.width + 1);
      const top = Math.floor(index / width) * (DOTS.height + 1);
      const rows = Array.from({ length: DOTS.height }, (_row, y) => rowAt(glass, left, top + y, ink));
      return known.get(rows.join()) ?? NONE;
    });
    return { width, height, cells };
  };
}

/** The text on a glass, a line for each row. */
export const textOn = (glass: Frame, size: Size): string => {
  const { cells } = lettersOn(size)(glass);
  const text = String.fromCodePoint(...cells);
  return Array.from({ length: size.height }, (_, y) => text.slice(y * size.width, (y + 1) * size.width)).join('\n');
};

/** The lighter of the two colours. */
const inkOf = ({ cells }: Frame): number => cells.reduce((most, cell) => Math.max(most, cell), 0);

function rowAt(glass: Frame, left: number, y: number, ink: number): number {
  let row = 0;
  for (let x = 0; x < DOTS.width; x++) row = row * 2 + (glass.cells[y * glass.width + left + x] === ink ? 1 : 0);
  return row;
}
