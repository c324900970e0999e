import type { Size } from '../types.ts';
import { inkArea } from './block-elements.ts';

/** Column and row of the dots that the bits of U+2800 + bits stand for, lowest bit first (Unicode chart "Braille"). */
const DOTS: readonly (readonly [column: number, row: number])[] = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
];

/** U+2800 to U+28FF with its dots spread over the cell; `undefined` for other letters. */
export function brailleDots(codePoint: number, cell: Size): Uint32Array | undefined {
  const bits = codePoint - 0x2800;
  if (bits < 0 || bits > 0xff) return undefined;
  const column = cell.width / 2;
  const row = cell.height / 4;
  const size = Math.max(1, Math.floor(Math.min(column, row) / 2));
  const rows = new Uint32Array(cell.height);
  DOTS.forEach(([x, y], bit) => {
    if ((bits >> bit) & 1)
      inkArea(rows, cell, {
        x: Math.floor(column * x + (column - size) / 2),
        y: Math.floor(row * y + (row - size) / 2),
        width: size,
        height: size,
      });
  });
  return rows;
}
