import { INVERTED } from '../frame.ts';
import type { CharacterRom } from './character-rom.ts';
import { letterDots } from './dot-matrix.ts';
import { distance, keyOf } from './dots.ts';
import { lookalikes } from './lookalikes.ts';
import { plainerLetter } from './plainer-letter.ts';
import {
  closest,
  isJoint,
  isShape,
  isUndrawable,
  mostAlike,
  type RomPictures,
  romPictures,
  type Substitute,
} from './rom-pictures.ts';

/** A picture that the ROM lacks: it takes one of the panel's user-defined characters. */
export interface Glyph {
  /** 8 rows from the top, bit 4 is the left of 5 columns. */
  readonly dots: Uint8Array;
  /**
   * What it is made for. Shapes are blocks and lines: they stand for one another, letters do not, and joints neither, for
   * a corner shown as another one leads elsewhere.
   */
  readonly kind: 'letter' | 'shape' | 'joint' | 'inverted';
  /** The byte of the ROM that is shown when all user-defined characters are taken, and how bad that is, in dots. */
  readonly instead: Substitute;
}

const BLANK = 0x20;
const FULL_BLOCK = 0x2588;
const QUESTION_MARK = 0x3f;
const PLUS = 0x2b;
/** A letter without its marks can still be read: its dots count for less. */
const READABLE = 0.25;

const isControl = (codePoint: number): boolean => codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);

/**
 * Looks letters up for one panel. The same picture is always the same glyph, whatever code points it shows. A letter that
 * nobody can draw is the letter that may be read for it, or `?`.
 */
export class PanelLetters {
  readonly #rom: CharacterRom;
  readonly #pictures: RomPictures;
  readonly #known = new Map<number, number | Glyph>();
  readonly #glyphs = new Map<number, Glyph>();

  constructor(rom: CharacterRom) {
    this.#rom = rom;
    this.#pictures = romPictures(rom);
  }

  /** A byte of the ROM, or a glyph, for a cell of a frame: a code point, plus `INVERTED`. */
  of(cell: number): number | Glyph {
    const found = this.#known.get(cell) ?? this.#lookUp(cell);
    this.#known.set(cell, found);
    return found;
  }

  #lookUp(cell: number): number | Glyph {
    const inverted = cell >= INVERTED;
    const codePoint = this.#shown((cell & ~INVERTED) >>> 0);
    if (inverted) return codePoint === BLANK ? this.of(FULL_BLOCK) : this.#inverted(codePoint);
    return this.#code(codePoint) ?? this.#drawn(letterDots(codePoint), (dots) => this.#glyph(dots, codePoint));
  }

  /** The code point that is shown for another one. */
  #shown(codePoint: number): number {
    if (isControl(codePoint)) return BLANK;
    if (this.#code(codePoint) !== undefined || !isUndrawable(codePoint)) return codePoint;
    return plainerLetter(codePoint) ?? QUESTION_MARK;
  }

  /** The byte of a letter, or of one that looks the same. */
  #code(codePoint: number): number | undefined {
    const codes = [codePoint, ...lookalikes(codePoint)].map((letter) => this.#rom.code(letter));
    return codes.find((code) => code !== undefined);
  }

  #drawn(dots: Uint8Array, glyphOf: (dots: Uint8Array) => Glyph): number | Glyph {
    const key = keyOf(dots);
    const found = this.#pictures.byKey.get(key) ?? this.#glyphs.get(key) ?? glyphOf(dots);
    if (typeof found !== 'number') this.#glyphs.set(key, found);
    return found;
  }

  #inverted(codePoint: number): number | Glyph {
    return this.#drawn(letterDots((codePoint | INVERTED) >>> 0), (dots) => {
      if (isShape(codePoint)) return this.#glyph(dots, codePoint);
      const plain = this.of(codePoint);
      const code = typeof plain === 'number' ? plain : plain.instead.code;
      return { dots, kind: 'inverted', instead: { code, error: 1 } };
    });
  }

  /** Corners of lines are `+` as on typewriters: half of them could be missing otherwise. */
  #shape(dots: Uint8Array, codePoint: number): Substitute {
    const plus = isJoint(codePoint) ? this.#code(PLUS) : undefined;
    if (plus === undefined) return closest(dots, this.#pictures.shapes);
    return { code: plus, error: distance(dots, letterDots(PLUS)) };
  }

  #glyph(dots: Uint8Array, codePoint: number): Glyph {
    const kind = isJoint(codePoint) ? 'joint' : 'shape';
    if (isShape(codePoint)) return { dots, kind, instead: this.#shape(dots, codePoint) };
    const plain = plainerLetter(codePoint);
    const code = plain === undefined ? undefined : this.#code(plain);
    const instead =
      code === undefined
        ? mostAlike(dots, this.#pictures.letters)
        : { code, error: READABLE * distance(dots, letterDots(plain!)) };
    return { dots, kind: 'letter', instead };
  }
}
