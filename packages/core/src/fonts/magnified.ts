import { joinedSides } from '../text/presentation-forms.ts';
import type { Size } from '../types.ts';
import { drawn, type GraphemeGlyph, isInkOf, type Rows } from './drawn.ts';

/** A letter of another font, and where it stands in a cell: so many times larger, so many pixels from the left and the top. */
export interface Magnified extends Rows {
  readonly codePoint: number;
  readonly times: number;
  readonly left: number;
  readonly top: number;
}

/** A letter in a cell of its own size. One that is joined to the next reaches the edge of a wider cell, so that there is no gap. */
export function magnified({ width, height }: Size, letter: Magnified): GraphemeGlyph {
  const { times, left, top } = letter;
  const columnAt = reaching(letter.codePoint, letter.width);
  return drawn(width, height, (x, y) =>
    isInkOf(letter, columnAt(Math.floor((x - left) / times)), Math.floor((y - top) / times)),
  );
}

/** Which column of a letter's pixels stands in a column beside them. */
function reaching(codePoint: number, width: number): (column: number) => number {
  const { left, right } = joinedSides(codePoint);
  if (!left && !right) return (column) => column;
  return (column) => {
    if (left && column < 0) return 0;
    return right && column >= width ? width - 1 : column;
  };
}
