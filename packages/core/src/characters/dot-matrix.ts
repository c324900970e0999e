import { fontNamed } from '../fonts/catalog.ts';
import { letterGlyph } from '../fonts/letter-glyph.ts';
import { blankFrame, INVERTED } from '../frame.ts';
import type { Frame, Size } from '../types.ts';
import { drawnDots } from './drawn-letters.ts';

/** The dots of one letter of a character display; between two letters there is a dot's width of nothing. */
export const DOTS: Size = { width: 5, height: 8 };
const ALL_DOTS = 0x1f;

const isBlockElement = (codePoint: number): boolean => codePoint >= 0x2580 && codePoint <= 0x259f;

/**
 * What a letter looks like on a character display: 8 rows from the top, bit 4 is the left of 5 columns. Takes a code
 * point, plus `INVERTED`; those of `drawnLetter` are as they were drawn.
 */
export function letterDots(cell: number): Uint8Array {
  const codePoint = (cell & ~INVERTED) >>> 0;
  const dots = drawnDots(codePoint) ?? fontDots(codePoint);
  return cell >= INVERTED ? dots.map((row) => row ^ ALL_DOTS) : dots;
}

function fontDots(codePoint: number): Uint8Array {
  // Blocks fill their cell; letters have a blank column at one side of a font 6 wide.
  const block = isBlockElement(codePoint);
  const { rows } = letterGlyph(fontNamed(block ? '5x8' : '6x8')!, codePoint);
  const blankAtRight = !block && rows.every((row) => (row & 1) === 0);
  return Uint8Array.from(rows, (row) => (blankAtRight ? row >> 1 : row) & ALL_DOTS);
}

/** Ink and paper of a glass: 0xRRGGBB. */
export interface GlassColors {
  readonly ink: number;
  readonly paper: number;
}

/**
 * The glass of a character display as a person sees it: a frame of pixels, each letter 5 x 8 of them with one between.
 * `dotsAt` gives the dots of the cell with an index, row by row.
 */
export function dotMatrix(
  { width, height }: Size,
  dotsAt: (index: number) => ArrayLike<number>,
  { ink, paper }: GlassColors,
): Frame {
  const [stepX, stepY] = [DOTS.width + 1, DOTS.height + 1];
  const glass = blankFrame({ width: width * stepX - 1, height: height * stepY - 1 }, paper);
  for (let index = 0; index < width * height; index++) {
    const dots = dotsAt(index);
    const origin = Math.floor(index / width) * stepY * glass.width + (index % width) * stepX;
    for (let y = 0; y < DOTS.height; y++)
      for (let x = 0; x < DOTS.width; x++)
        if ((dots[y]! >> (DOTS.width - 1 - x)) & 1) glass.cells[origin + y * glass.width + x] = ink;
  }
  return glass;
}
