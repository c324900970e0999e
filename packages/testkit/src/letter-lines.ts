import type { Frame } from '@lcdflow/core';

/** A frame of code points as lines between two `|`; user-defined characters are their numbers. */
export const letterLines = ({ width, height, cells }: Frame): readonly string[] =>
  Array.from({ length: height }, (_, y) => {
    const row = Array.from(cells.subarray(y * width, (y + 1) * width), (cell) =>
      cell < 8 ? String(cell) : String.fromCodePoint(cell),
    );
    return `|${row.join('')}|`;
  });

/** Lines of text as a frame, filled up with blanks. */
export const frameOfLines = (rows: readonly string[], width: number): Frame => ({
  width,
  height: rows.length,
  cells: Uint32Array.from(rows.flatMap((row) => Array.from(row.padEnd(width), (letter) => letter.codePointAt(0)!))),
});
