import { drawnLetter, fillInk, type Point, type Size, type Surface } from '@lcdflow/core';

/** A picture of ink and nothing: rows of `*` for ink and anything else for none, all equally long. */
export interface Bitmap extends Size {
  readonly rows: readonly string[];
}

/** One letter of a character display. */
const LETTER: Size = { width: 5, height: 8 };
const INK = '*';

/** A bitmap from rows of any length: what lacks at the end of a row is not inked. */
export function bitmapOf(rows: readonly string[]): Bitmap {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { width, height: rows.length, rows: rows.map((row) => row.padEnd(width, '.')) };
}

/** How much room a bitmap takes: pixels, or letters of 5 x 8 dots. */
export const sizeOf = ({ width, height }: Size, { cell }: Pick<Surface, 'cell'>, scale: number): Size =>
  cell === 'pixel'
    ? { width: width * scale, height: height * scale }
    : { width: Math.ceil(width / LETTER.width), height: Math.ceil(height / LETTER.height) };

/** Draws the ink of a bitmap: on pixels each dot as so many of them, on characters as letters that look like it. */
export function drawBitmap(surface: Surface, at: Point, bitmap: Bitmap, scale: number, color: number): void {
  if (surface.cell === 'character') drawLetters(surface, at, bitmap);
  else drawPixels(surface, at, bitmap, scale, color);
}

function drawPixels(surface: Surface, { x, y }: Point, { rows }: Bitmap, scale: number, color: number): void {
  for (const [row, dots] of rows.entries())
    for (const { index, 0: run } of dots.matchAll(/\*+/g))
      fillInk(surface, { x: x + index * scale, y: y + row * scale, width: run.length * scale, height: scale }, color);
}

function drawLetters(surface: Surface, { x, y }: Point, bitmap: Bitmap): void {
  const { width, height } = sizeOf(bitmap, surface, 1);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const dots = dotsOf(bitmap, column * LETTER.width, row * LETTER.height);
      if (dots.some((line) => line !== 0)) surface.text({ x: x + column, y: y + row }, drawnLetter(dots));
    }
}

/** The dots of one letter of a bitmap. */
const dotsOf = ({ rows }: Bitmap, left: number, top: number): readonly number[] =>
  Array.from({ length: LETTER.height }, (_, y) => {
    const row = rows[top + y] ?? '';
    return Array.from({ length: LETTER.width }, (_, x) => (row[left + x] === INK ? 1 : 0)).reduce<number>(
      (bits, bit) => bits * 2 + bit,
      0,
    );
  });
