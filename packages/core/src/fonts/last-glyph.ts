import { columnsOf } from '../text/columns.ts';
import { drawn, type GraphemeGlyph } from './drawn.ts';
import type { Font } from './font.ts';
import { magnified } from './magnified.ts';

/** Where the ink of a letter is: the first and the last row and column. */
interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inkOf(rows: Uint32Array, width: number): Ink | undefined {
  const inked = [...rows.keys()].filter((y) => rows[y] !== 0);
  if (inked.length === 0) return undefined;
  const all = rows.reduce((bits, row) => bits | row, 0);
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => (all >>> (width - 1 - x)) & 1);
  return { left: columns[0]!, right: columns.at(-1)!, top: inked[0]!, bottom: inked.at(-1)! };
}

/** As near to where it should be as its room lets it. */
const within = (wanted: number, least: number, most: number): number => Math.max(least, Math.min(most, wanted));

/**
 * A letter of the last font in the cell of another: as many whole times larger as the cell has room for, in the middle of
 * its columns and on its baseline, moved up or down where it would stick out. `undefined` when its ink has no room: a
 * part of a letter is none. Letters that join reach the edges of the cell.
 */
export function lastGlyph(font: Font, grapheme: string, last: Font): GraphemeGlyph | undefined {
  const columns = columnsOf(grapheme);
  const codePoint = grapheme.codePointAt(0)!;
  const glyph = last.glyph(codePoint);
  if (glyph === undefined) return undefined;
  const width = columns * font.width;
  const own = glyph.width ?? last.width;
  const ink = inkOf(glyph.rows, own);
  const times = Math.max(1, Math.floor(Math.min(font.height / last.height, width / (columns * last.width))));
  if (ink === undefined) return drawn(width, font.height, () => false);
  const isTooLarge = (ink.right - ink.left + 1) * times > width || (ink.bottom - ink.top + 1) * times > font.height;
  if (isTooLarge) return undefined;
  const left = within(Math.floor((width - own * times) / 2), -ink.left * times, width - (ink.right + 1) * times);
  const top = within(font.ascent - last.ascent * times, -ink.top * times, font.height - (ink.bottom + 1) * times);
  return magnified({ width, height: font.height }, { rows: glyph.rows, width: own, codePoint, times, left, top });
}
