import { type JoinedSides, joinedSides } from '../text/presentation-forms.ts';
import { inkArea } from './block-elements.ts';
import type { Font, Glyph } from './font.ts';
import { lenderOf } from './lender.ts';

const REPLACEMENT = 0xfffd;
const LAST_CODE_POINT = 0x10ffff;

/** é for e, and any blank for a space. Signs have none: without its stroke ≠ would say the opposite. */
function plainLetter(codePoint: number): number | undefined {
  if (codePoint > LAST_CODE_POINT) return undefined;
  const letter = String.fromCodePoint(codePoint);
  if (/\p{Zs}/u.test(letter)) return 0x20;
  if (!/\p{L}/u.test(letter)) return undefined;
  const [plain, ...more] = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return plain === undefined || more.length > 0 ? undefined : plain.codePointAt(0);
}

/** Pixels of a row, each `scale` times as wide. */
function stretched(row: number, width: number, scale: number): number {
  let wide = 0;
  for (let x = 0; x < width; x++) wide = wide * 2 ** scale + ((row >> (width - 1 - x)) & 1) * (2 ** scale - 1);
  return wide;
}

/** The same pixels in another font's cell: centred, or left when one column is over, and on the same baseline. */
function placed(glyph: Glyph, from: Font, scale: number, to: Font, joins: JoinedSides): Glyph {
  const over = to.width - from.width * scale;
  const left = Math.floor(over / 2);
  const right = over - left;
  const top = Math.max(0, Math.min(to.ascent - from.ascent * scale, to.height - from.height * scale));
  const rows = new Uint32Array(to.height);
  for (let y = 0; y < from.height * scale; y++) {
    const row = stretched(glyph.rows[Math.floor(y / scale)]!, from.width, scale);
    const rightEdge = joins.right && row & 1 ? 2 ** right - 1 : 0;
    const isAtLeft = joins.left && row >= 2 ** (from.width * scale - 1);
    const leftEdge = isAtLeft ? 2 ** to.width - 2 ** (to.width - left) : 0;
    rows[top + y] = row * 2 ** right + rightEdge + leftEdge;
  }
  return { rows };
}

/** Lines of box drawing must reach the right edge of a wider cell to join. */
const isBoxDrawing = (codePoint: number): boolean => codePoint >= 0x2500 && codePoint <= 0x257f;

const sidesOf = (codePoint: number): JoinedSides =>
  isBoxDrawing(codePoint) ? { left: false, right: true } : joinedSides(codePoint);

function borrowed(font: Font, codePoint: number): Glyph | undefined {
  const lending = lenderOf(font);
  if (lending === undefined) return undefined;
  const { lender, times } = lending;
  const glyph = lender.glyph(codePoint) ?? borrowed(lender, codePoint);
  return glyph && placed(glyph, lender, times, font, sidesOf(codePoint));
}

function substitute(font: Font, codePoint: number): Glyph | undefined {
  const lent = borrowed(font, codePoint);
  const plain = lent ? undefined : plainLetter(codePoint);
  return plain === undefined ? lent : font.glyph(plain);
}

/** Substitutes by the font they were made for. */
const substitutesOf = new WeakMap<Font, Map<number, Glyph>>();

function substituteOnce(font: Font, codePoint: number): Glyph | undefined {
  const known = substitutesOf.get(font) ?? new Map<number, Glyph>();
  substitutesOf.set(font, known);
  const glyph = known.get(codePoint) ?? substitute(font, codePoint);
  if (glyph) known.set(codePoint, glyph);
  return glyph;
}

/** A letter of a font no wider than 32 pixels, borrowed from another built-in one, or without its accents. */
export function knownGlyph(font: Font, codePoint: number): Glyph | undefined {
  return font.glyph(codePoint) ?? substituteOnce(font, codePoint);
}

const boxes = new WeakMap<Font, Glyph>();

/** A hollow box that leaves a column to the next letter. */
function hollowBox(font: Font): Glyph {
  const known = boxes.get(font);
  if (known) return known;
  const rows = new Uint32Array(font.height);
  const { width, ascent: height } = font;
  inkArea(rows, font, { x: 0, y: 0, width: width - 1, height });
  for (let y = 1; y < height - 1; y++) rows[y]! &= ~(2 ** (width - 1) - 4);
  const glyph = { rows };
  boxes.set(font, glyph);
  return glyph;
}

/**
 * What to draw for a code point, in the size of the font: its own letter, else the same letter
 * borrowed from a smaller font, else the letter without accents, else the sign for unknown letters.
 */
export function letterGlyph(font: Font, codePoint: number): Glyph {
  return knownGlyph(font, codePoint) ?? font.glyph(REPLACEMENT) ?? hollowBox(font);
}
