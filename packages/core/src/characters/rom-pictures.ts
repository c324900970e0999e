import type { CharacterRom } from './character-rom.ts';
import { letterDots } from './dot-matrix.ts';
import { distance, inkIn, keyOf } from './dots.ts';

const BLANK = 0x20;
const FULL_BLOCK = 0x2588;
const QUESTION_MARK = 0x3f;
/** No font has it, now or ever. */
const NO_LETTER = 0x10_ffff;

/** `-`, `|` and `=` */
const LINES: readonly number[] = [0x2d, 0x7c, 0x3d];

/** Box drawing and block elements. */
export const isShape = (codePoint: number): boolean => codePoint >= 0x2500 && codePoint <= 0x259f;

/** Box drawing where lines across meet lines down: corners, branches and crossings. */
export const isJoint = (codePoint: number): boolean =>
  (codePoint >= 0x250c && codePoint <= 0x254b) || (codePoint >= 0x2552 && codePoint <= 0x2570);

/** Whether no font knows how to draw a letter. */
export const isUndrawable = (codePoint: number): boolean =>
  keyOf(letterDots(codePoint)) === keyOf(letterDots(NO_LETTER));

/** A byte of the ROM. */
export interface Picture {
  readonly code: number;
  readonly dots: Uint8Array;
}

/** What a ROM can show, as far as it can be drawn. */
export interface RomPictures {
  /** Bytes by the key of their dots. */
  readonly byKey: ReadonlyMap<number, number>;
  /** Blocks, lines, the letters by which lines are drawn where there is nothing else, and the blank. */
  readonly shapes: readonly Picture[];
  /** Everything else. */
  readonly letters: readonly Picture[];
}

/** Draws the letters of a ROM. */
export function romPictures(rom: CharacterRom): RomPictures {
  const least = [BLANK, FULL_BLOCK, QUESTION_MARK].map((letter) => [rom.code(letter), letter] as const);
  const drawable = [...(rom.letters ?? least)].flatMap(([code, letter]) =>
    code === undefined || isUndrawable(letter) ? [] : [{ code, letter, dots: letterDots(letter) }],
  );
  return {
    // Of two that look the same, the lower byte.
    byKey: new Map(drawable.toReversed().map(({ dots, code }) => [keyOf(dots), code])),
    shapes: drawable.filter(({ letter }) => letter === BLANK || isShape(letter) || LINES.includes(letter)),
    letters: drawable.filter(({ letter }) => letter !== BLANK && !isShape(letter)),
  };
}

/** What is shown in place of a picture, and by how many dots it differs. */
export interface Substitute {
  readonly code: number;
  readonly error: number;
}

/** The picture by which the fewest dots differ; blank if there are none. */
export function closest(dots: Uint8Array, pictures: readonly Picture[]): Substitute {
  const blank: Substitute = { code: BLANK, error: inkIn(dots) };
  return pictures.reduce((best, { code, dots: other }) => {
    const error = distance(dots, other);
    return error < best.error ? { code, error } : best;
  }, blank);
}

/** The picture that has most ink in common, measured by all ink of both: a dot is not like everything. Blank if none. */
export function mostAlike(dots: Uint8Array, pictures: readonly Picture[]): Substitute {
  let best: Substitute = { code: BLANK, error: inkIn(dots) };
  let most = 0;
  for (const { code, dots: other } of pictures) {
    const error = distance(dots, other);
    const both = (inkIn(dots) + inkIn(other) - error) / 2;
    const likeness = both / (both + error);
    if (likeness > most) [best, most] = [{ code, error }, likeness];
  }
  return best;
}
