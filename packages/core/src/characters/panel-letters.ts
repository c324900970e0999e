import { INVERTED } from '../frame.ts';
import type { CharacterRom } from './character-rom.ts';
import { letterDots } from './dot-matrix.ts';
import { distance, keyOf } from './dots.ts';
import { lookalikes } from './lookalikes.ts';

/** A picture that the ROM lacks: it takes one of the panel's user-defined characters. */
export interface Glyph {
  /** 8 rows from the top, bit 4 is the left of 5 columns. */
  readonly dots: Uint8Array;
  /** What it is made for. Shapes are blocks and lines: they stand for one another, letters do not. */
  readonly kind: 'letter' | 'shape' | 'inverted';
  /** The byte of the ROM that is shown when all user-defined characters are taken, and by how many dots it differs. */
  readonly instead: RomPicture;
}

interface RomPicture {
  readonly code: number;
  readonly error: number;
}

const BLANK = 0x20;
const FULL_BLOCK = 0x2588;
const QUESTION_MARK = 0x3f;
const REPLACEMENT = 0xfffd;

/** Box drawing and block elements. */
const isShape = (codePoint: number): boolean => codePoint >= 0x2500 && codePoint <= 0x259f;
const isControl = (codePoint: number): boolean => codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);

/**
 * Looks letters up for one panel: a byte of its ROM, or a glyph. Takes cells of frames: code points, plus `INVERTED`. The
 * same picture is always the same glyph, whatever code points it shows. A letter that nobody can draw is `?`.
 */
export function panelLetters(rom: CharacterRom): (cell: number) => number | Glyph {
  const pictures = romPictures(rom);
  const known = new Map<number, number | Glyph>();
  const glyphs = new Map<number, Glyph>();
  const unknown = keyOf(letterDots(REPLACEMENT));

  const romCode = (codePoint: number): number | undefined =>
    rom.code(codePoint) ??
    lookalikes(codePoint)
      .map((other) => rom.code(other))
      .find((code) => code !== undefined);

  const plainOf = (cell: number): number => {
    const codePoint = (cell & ~INVERTED) >>> 0;
    if (isControl(codePoint)) return BLANK;
    const isUnknown = romCode(codePoint) === undefined && keyOf(letterDots(codePoint)) === unknown;
    return isUnknown ? QUESTION_MARK : codePoint;
  };

  const drawn = (codePoint: number, inverted: boolean): number | Glyph => {
    const dots = letterDots(inverted ? (codePoint | INVERTED) >>> 0 : codePoint);
    const key = keyOf(dots);
    const same = pictures.byKey.get(key) ?? glyphs.get(key);
    if (same !== undefined) return same;
    const glyph = inverted && !isShape(codePoint) ? invertedGlyph(dots, codePoint) : newGlyph(dots, codePoint);
    glyphs.set(key, glyph);
    return glyph;
  };
  const invertedGlyph = (dots: Uint8Array, codePoint: number): Glyph => {
    const plain = letter(codePoint);
    return {
      dots,
      kind: 'inverted',
      instead: { code: typeof plain === 'number' ? plain : plain.instead.code, error: 1 },
    };
  };
  const newGlyph = (dots: Uint8Array, codePoint: number): Glyph => {
    if (isShape(codePoint)) return { dots, kind: 'shape', instead: nearest(dots, pictures.shapes) };
    const plain = withoutMarks(codePoint);
    const code = plain === undefined ? undefined : rom.code(plain);
    const instead =
      code === undefined ? nearest(dots, pictures.letters) : { code, error: distance(dots, letterDots(plain!)) };
    return { dots, kind: 'letter', instead };
  };

  const lookUp = (cell: number): number | Glyph => {
    const inverted = cell >= INVERTED;
    const codePoint = plainOf(cell);
    if (inverted && codePoint === BLANK) return letter(FULL_BLOCK);
    return (inverted ? undefined : romCode(codePoint)) ?? drawn(codePoint, inverted);
  };
  const letter = (cell: number): number | Glyph => {
    const found = known.get(cell) ?? lookUp(cell);
    known.set(cell, found);
    return found;
  };
  return letter;
}

/** é is e with a mark. */
function withoutMarks(codePoint: number): number | undefined {
  const [plain, ...marks] = String.fromCodePoint(codePoint).normalize('NFD');
  return marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? plain!.codePointAt(0) : undefined;
}

interface Picture {
  readonly code: number;
  readonly dots: Uint8Array;
}

interface RomPictures {
  readonly byKey: ReadonlyMap<number, number>;
  /** The blank is a shape. */
  readonly shapes: readonly Picture[];
  readonly letters: readonly Picture[];
}

/** What the ROM can show, as far as it can be drawn. */
function romPictures(rom: CharacterRom): RomPictures {
  const unknown = keyOf(letterDots(REPLACEMENT));
  const letters =
    rom.letters ?? new Map([BLANK, FULL_BLOCK, QUESTION_MARK].map((letter) => [rom.code(letter) ?? BLANK, letter]));
  const pictures = [...letters].map(([code, codePoint]) => {
    const dots = letterDots(codePoint);
    return { code, codePoint, dots, key: keyOf(dots) };
  });
  const drawable = pictures.filter(({ code, codePoint, key }) => key !== unknown && rom.code(codePoint) === code);
  const isPart = ({ codePoint }: { readonly codePoint: number }) => codePoint === BLANK || isShape(codePoint);
  return {
    byKey: new Map(drawable.toReversed().map(({ key, code }) => [key, code])),
    shapes: drawable.filter(isPart),
    letters: drawable.filter((picture) => !isPart(picture)),
  };
}

function nearest(dots: Uint8Array, pictures: readonly Picture[]): RomPicture {
  let best: RomPicture = { code: BLANK, error: Number.POSITIVE_INFINITY };
  for (const { code, dots: other } of pictures) {
    const error = distance(dots, other);
    if (error < best.error) best = { code, error };
  }
  return best;
}
