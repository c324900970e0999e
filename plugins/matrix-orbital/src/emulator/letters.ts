import { letterDots, matrixOrbitalRom } from '@lcdflow/core';

/** Stands for codes of which nobody knows what they show. */
const OTHER = 0x2592;

/** The dots that a code of the ROM shows: 8 rows from the top, bit 4 is the left of 5 columns. */
export const romDots = (code: number): Uint8Array => letterDots(matrixOrbitalRom.letters!.get(code) ?? OTHER);
