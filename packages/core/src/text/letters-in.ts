import { columnsOf } from './columns.ts';
import { graphemes } from './graphemes.ts';

/** How many cells of letters a text takes: two for each wide letter, none for an accent of its own. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (const grapheme of graphemes(text)) letters += columnsOf(grapheme);
  return letters;
}
