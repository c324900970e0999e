import { type CellKind, type Frame, type Size, WHITE } from '@lcdflow/core';
import type { Random } from './random.ts';

const LETTERS = 26;
const FIRST_LETTER = 0x41;

/** Black and white pixels, or letters from A to Z, at random. */
export function noise({ width, height }: Size, cell: CellKind, random: Random): Frame {
  const cellOf = cell === 'pixel' ? () => random(2) * WHITE : () => FIRST_LETTER + random(LETTERS);
  return { width, height, cells: Uint32Array.from({ length: width * height }, cellOf) };
}

/** A picture of `noise` in which every cell is another one: black for white, B for A. */
export function opposite(frame: Frame, cell: CellKind): Frame {
  const next = (letter: number): number => FIRST_LETTER + ((letter - FIRST_LETTER + 1) % LETTERS);
  return { ...frame, cells: frame.cells.map(cell === 'pixel' ? (color) => WHITE - color : next) };
}

/** The same picture in memory of its own. */
export const copyOf = (frame: Frame): Frame => ({ ...frame, cells: frame.cells.slice() });
