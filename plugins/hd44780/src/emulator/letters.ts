import { hd44780A00 } from '@lcdflow/core';

/** Stands for bytes of which nobody knows what they show. */
const OTHER = 0x2592;

/** The code point that a byte of the character ROM A00 shows. */
export const codePointOf = (code: number): number => hd44780A00.letters!.get(code) ?? OTHER;
