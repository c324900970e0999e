import { dotMatrix, type Frame, letterDots, type Size } from '@lcdflow/core';
import { textColors } from './glass-colors.ts';
import type { Settings } from './settings.ts';

/** User-defined characters, 8 rows each. */
export const CHARACTERS = 8;
export const ROWS = 8;

/** Where the ROM, an A00, differs from ASCII, from a byte on (docs/protocol.md section 11.3). */
const SPECIAL = new Map(
  [
    [0x5c, '¥'] as const,
    [0x7e, '→←'] as const,
    [0xe0, 'αäβεμσρ'] as const,
    [0xe8, '√'] as const,
    [0xec, '¢£ñö'] as const,
    [0xf2, 'θ∞ΩüΣπ'] as const,
    [0xfa, '千万円÷ █'] as const,
  ].flatMap(([first, letters]) => [...letters].map((letter, index) => [first + index, letter] as const)),
);
const KATAKANA = { first: 0xa1, last: 0xdf, codePoint: 0xff61 };

/** For bytes whose letter is not modelled. */
const CHECKERED = Uint8Array.of(0x15, 0x0a, 0x15, 0x0a, 0x15, 0x0a, 0x15, 0x0a);

/** The dots that a byte shows; `characters` are the rows of all user-defined ones. */
export function dotsOf(code: number, characters: Uint8Array): Uint8Array {
  // The controller looks at three bits: 8 to 15 show the same eight again.
  if (code < 2 * CHARACTERS) return characters.subarray((code % CHARACTERS) * ROWS, (code % CHARACTERS) * ROWS + ROWS);
  const special = SPECIAL.get(code);
  if (special !== undefined) return letterDots(special.codePointAt(0)!);
  if (code >= 0x20 && code < 0x7e) return letterDots(code);
  if (code >= KATAKANA.first && code <= KATAKANA.last) return letterDots(code - KATAKANA.first + KATAKANA.codePoint);
  return CHECKERED;
}

const BLANK = new Uint8Array(ROWS);

/** What the glass of a text panel shows; `dotsAt` gives the dots of a cell, and nothing is on it while it is off. */
export function textGlass(size: Size, on: boolean, dotsAt: (index: number) => Uint8Array, settings: Settings): Frame {
  const { backlight, contrast } = settings.controls();
  return dotMatrix(size, on ? dotsAt : () => BLANK, textColors(backlight!, contrast!));
}
