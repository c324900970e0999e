import { DOTS } from './dot-matrix.ts';

/** One number for the 40 dots of a letter: equal for equal pictures. */
export const keyOf = (dots: Uint8Array): number => dots.reduce((key, row) => key * 2 ** DOTS.width + row, 0);

/** How many dots of two letters differ, 0 to 40. */
export function distance(one: Uint8Array, other: Uint8Array): number {
  let different = 0;
  for (let y = 0; y < DOTS.height; y++) for (let row = one[y]! ^ other[y]!; row > 0; row &= row - 1) different++;
  return different;
}

const NOTHING = new Uint8Array(DOTS.height);

/** How many dots of a letter are ink. */
export const inkIn = (dots: Uint8Array): number => distance(dots, NOTHING);
