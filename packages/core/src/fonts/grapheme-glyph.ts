import { columnsOf } from '../text/columns.ts';
import { unjoined } from '../text/presentation-forms.ts';
import { drawn, type GraphemeGlyph, isInkOf, WIDEST } from './drawn.ts';
import type { Font } from './font.ts';
import { lastGlyph } from './last-glyph.ts';
import { lenderOf } from './lender.ts';
import { knownGlyph, letterGlyph } from './letter-glyph.ts';
import { magnified } from './magnified.ts';
import { sideBySide } from './side-by-side.ts';

/** Says which font has the letters that the others lack. Being asked means that there is such a letter. */
export type AskLast = () => Font | undefined;

type Cache = WeakMap<Font, Map<string, GraphemeGlyph | undefined>>;

/** Graphemes kept for each font, and their pixels: texts from outside must not fill the memory. */
const MOST_KEPT = 4096;
const MOST_PIXELS = 2 ** 22;
const mostKept = ({ width, height }: Font): number => Math.min(MOST_KEPT, Math.ceil(MOST_PIXELS / (width * height)));
const composedOf: Cache = new WeakMap();
const lentBy = new WeakMap<Font, Cache>();
const isMark = (letter: string): boolean => /\p{M}/u.test(letter);

/** A glyph that is made once; that there is none is kept, too. */
function kept(
  cache: Cache,
  font: Font,
  grapheme: string,
  make: () => GraphemeGlyph | undefined,
): GraphemeGlyph | undefined {
  const glyphs = cache.get(font) ?? new Map<string, GraphemeGlyph | undefined>();
  const known = glyphs.get(grapheme);
  if (known || glyphs.has(grapheme)) return known;
  const glyph = make();
  cache.set(font, glyphs);
  if (glyphs.size >= mostKept(font)) glyphs.clear();
  glyphs.set(grapheme, glyph);
  return glyph;
}

/** The letters of a grapheme; a composed one that the font lacks is taken apart if it has all its parts. */
function partsOf(font: Font, grapheme: string): readonly string[] {
  const has = (letter: string): boolean => font.glyph(letter.codePointAt(0)!) !== undefined;
  const whole = [...grapheme];
  if (has(whole[0]!)) return whole;
  const apart = [...grapheme.normalize('NFD')];
  return apart.length > whole.length && apart.every(has) ? apart : whole;
}

/** A letter with its accents, each as far as a font has it, laid over the middle of it. */
function accented(font: Font, grapheme: string): GraphemeGlyph | undefined {
  const [letter, ...more] = partsOf(font, grapheme);
  const glyph = knownGlyph(font, letter!.codePointAt(0)!);
  if (glyph === undefined) return undefined;
  const width = glyph.width ?? font.width;
  const marks = more.filter(isMark).flatMap((mark) => {
    const accent = knownGlyph(font, mark.codePointAt(0)!);
    return accent ? [{ rows: accent.rows, width: accent.width ?? font.width }] : [];
  });
  if (marks.length === 0) return { rows: glyph.rows, width };
  const parts = [{ rows: glyph.rows, width }, ...marks];
  const from = parts.map((part) => Math.floor((width - part.width) / 2));
  return drawn(width, font.height, (x, y) => parts.some((part, index) => isInkOf(part, x - from[index]!, y)));
}

/** A letter of two cells, if the font has it. */
function wide(font: Font, grapheme: string): GraphemeGlyph | undefined {
  const glyph = font.glyph(grapheme.codePointAt(0)!);
  const width = 2 * font.width;
  if (glyph === undefined || (!font.proportional && glyph.width !== width)) return undefined;
  return { rows: glyph.rows, width: glyph.width ?? font.width };
}

/** The place of a letter that no font has: a hollow box, as wide as the letter would be. */
function box({ height, ascent }: Font, width: number): GraphemeGlyph {
  const isEdge = (x: number, y: number): boolean => x === 0 || x === width - 2 || y === 0 || y === ascent - 1;
  return drawn(width, height, (x, y) => x < width - 1 && y < ascent && isEdge(x, y));
}

/** A letter in a cell that is wider than rows can be: one of a smaller font, drawn larger. */
function enlarged(font: Font, codePoint: number, isKnown: boolean): GraphemeGlyph | undefined {
  const lending = lenderOf(font);
  if (lending === undefined) return undefined;
  const { lender, times } = lending;
  const glyph = isKnown ? knownGlyph(lender, codePoint) : letterGlyph(lender, codePoint);
  if (glyph === undefined) return undefined;
  const left = Math.floor((font.width - lender.width * times) / 2);
  const top = font.ascent - lender.ascent * times;
  return magnified(font, { rows: glyph.rows, width: lender.width, codePoint, times, left, top });
}

function composed(font: Font, grapheme: string): GraphemeGlyph | undefined {
  if (columnsOf(grapheme) === 2) return wide(font, grapheme);
  return font.width > WIDEST ? enlarged(font, grapheme.codePointAt(0)!, true) : accented(font, grapheme);
}

function lent(font: Font, grapheme: string, last: Font): GraphemeGlyph | undefined {
  const cache: Cache = lentBy.get(last) ?? new WeakMap();
  lentBy.set(last, cache);
  return kept(cache, font, grapheme, () => lastGlyph(font, grapheme, last));
}

function placeholder(font: Font, grapheme: string): GraphemeGlyph {
  if (columnsOf(grapheme) === 2) return box(font, 2 * font.width);
  const codePoint = grapheme.codePointAt(0)!;
  if (font.width > WIDEST) return enlarged(font, codePoint, false) ?? box(font, font.width);
  const { rows, width = font.width } = letterGlyph(font, codePoint);
  return { rows, width };
}

type GlyphOf = (grapheme: string) => GraphemeGlyph | undefined;

/** The plain letter for a form that is not there; for lam with alef both of them, in the room of one where all have that. */
function plain(font: Font, grapheme: string, glyphOf: GlyphOf, isOwn: boolean): GraphemeGlyph | undefined {
  const letters = unjoined(grapheme);
  if (letters === undefined) return undefined;
  const [first, second] = letters;
  if (second === undefined || isMark(second)) return glyphOf(letters);
  const whole = isOwn ? font.mask?.(letters) : undefined;
  if (whole) return whole;
  const [lam, alef] = [glyphOf(first!), glyphOf(letters.slice(1))];
  if (lam === undefined || alef === undefined) return undefined;
  const width = isOwn && font.proportional ? lam.width + alef.width : font.width;
  return sideBySide(alef, lam, width, font.height);
}

/** Whether a font has the letters of a form, but not the form: they are better than a form of another font. */
function hasOnlyPlain(font: Font, grapheme: string): boolean {
  const letters = unjoined(grapheme);
  if (letters === undefined || font.glyph(grapheme.charCodeAt(0))) return false;
  const has = (letter: string): boolean => font.glyph(letter.charCodeAt(0)) !== undefined;
  return font.mask?.(letters) !== undefined || Array.from(letters).every((letter) => isMark(letter) || has(letter));
}

const own = (font: Font, grapheme: string): GraphemeGlyph | undefined =>
  font.mask?.(grapheme) ??
  kept(composedOf, font, grapheme, () => (hasOnlyPlain(font, grapheme) ? undefined : composed(font, grapheme)));

function fromLast(font: Font, grapheme: string, last: Font | undefined): GraphemeGlyph | undefined {
  if (last === undefined) return undefined;
  const glyphOf: GlyphOf = (letter) => lent(font, letter, last);
  return glyphOf(grapheme) ?? plain(font, grapheme, glyphOf, false);
}

/**
 * What to draw for a grapheme, in the size of the font: its own letter with its accents, one of another built-in font, one
 * of the last font, or the place it would take. A joined letter whose form a font lacks is the plain one.
 */
export function graphemeGlyph(font: Font, grapheme: string, last?: AskLast): GraphemeGlyph {
  const known = own(font, grapheme) ?? plain(font, grapheme, (letter) => own(font, letter), true);
  return known ?? fromLast(font, grapheme, last?.()) ?? placeholder(font, grapheme);
}
