import { letterDots } from '@lcdflow/core';

/** What codes beyond ASCII show with the most common ROM, HD44780-A00 (docs/protocol.md section 4.3). */
const BEYOND: Readonly<Record<number, string>> = { 92: '¥', 126: '→', 127: '←', 165: '·', 223: '°', 255: '█' };
const BLANK = 0x20;
/** Stands for the letters of the ROM that are not drawn here. */
const OTHER = '▒';

/** The dots that a code of the ROM shows: 8 rows from the top, bit 4 is the left of 5 columns. */
export function romDots(code: number): Uint8Array {
  const letter = BEYOND[code] ?? (code > BLANK && code < 0x7e ? String.fromCharCode(code) : undefined);
  const blank = code === BLANK || code === 0xa0;
  return letterDots((letter ?? (blank ? ' ' : OTHER)).codePointAt(0)!);
}
