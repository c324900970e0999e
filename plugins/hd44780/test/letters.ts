import type { Frame } from '@lcdflow/core';

/** A frame of code points as lines between two `|`; user-defined characters are their numbers. */
export const lines = ({ width, height, cells }: Frame): readonly string[] =>
  Array.from({ length: height }, (_, y) => {
    const row = Array.from(cells.subarray(y * width, (y + 1) * width), (cell) =>
      cell < 8 ? String(cell) : String.fromCodePoint(cell),
    );
    return `|${row.join('')}|`;
  });

/** Lines of text as a frame, filled up with blanks. */
export const frameOf = (rows: readonly string[], width: number): Frame => ({
  width,
  height: rows.length,
  cells: Uint32Array.from(rows.flatMap((row) => Array.from(row.padEnd(width), (letter) => letter.codePointAt(0)!))),
});

export const hex = (packet: Uint8Array): string =>
  Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.split(/\s+/).filter(Boolean), (byte) => Number.parseInt(byte, 16));
