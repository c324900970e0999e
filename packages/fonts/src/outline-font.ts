import type { Font, FontFile, Mask } from '@lcdflow/core';
import type { CanvasModule, Context } from './canvas-module.ts';
import { broken, MOST_PIXELS } from './letters.ts';
import { lettersOf } from './sfnt.ts';

const SIZE = 16;
const THRESHOLD = 0.5;
/** Masks that are kept, and their pixels: texts from outside must not fill the memory. */
const MOST_KEPT = 4096;
const MOST_MASKED = 2 ** 22;
/** The letters of one em are drawn at first to see how high a line is. */
const PROBE = 100;
const FULL = 255;
/** Signs that have no picture of their own. */
const IGNORED = /^(?:[\u200b-\u200f]|[\ufe00-\ufe0f])$/u;

let registered = 0;

/** A name that no other font of this process has. */
function familyOf(module: CanvasModule, bytes: Buffer): string {
  const family = `lcdflow-${registered++}`;
  if (!module.GlobalFonts.register(bytes, family)) throw broken('a TrueType or OpenType font is expected');
  return family;
}

/** Draws graphemes into masks, each once. */
class OutlineFont implements Font {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly ascent: number;
  readonly proportional = true;
  readonly threshold: number;
  readonly #has: (codePoint: number) => boolean;
  readonly #context: Context;
  readonly #room: number;
  readonly #masks = new Map<string, Mask | undefined>();

  constructor({ name, size = SIZE, threshold = THRESHOLD }: FontFile, bytes: Buffer, module: CanvasModule) {
    if (size < 4 || size > MOST_PIXELS) throw broken(`a size from 4px to ${MOST_PIXELS}px is expected`);
    this.#has = lettersOf(bytes);
    const family = familyOf(module, bytes);
    this.#room = 4 * size;
    this.#context = module.createCanvas(this.#room, size).getContext('2d');
    this.#context.font = `${PROBE}px "${family}"`;
    const probe = this.#context.measureText('0');
    const line = probe.fontBoundingBoxAscent + probe.fontBoundingBoxDescent;
    if (!(line > 0)) throw broken('a line of it has no height');
    this.#context.font = `${(PROBE * size) / line}px "${family}"`;
    this.#context.fillStyle = '#fff';
    this.#context.textBaseline = 'alphabetic';
    this.name = name;
    this.height = size;
    this.ascent = Math.max(1, Math.round((size * probe.fontBoundingBoxAscent) / line));
    this.width = Math.max(1, Math.round(this.#context.measureText('0').width));
    this.threshold = Math.max(1, Math.round(threshold * FULL));
  }

  glyph(): undefined {
    return undefined;
  }

  mask(grapheme: string): Mask | undefined {
    if (this.#masks.has(grapheme)) return this.#masks.get(grapheme);
    if (this.#masks.size >= Math.min(MOST_KEPT, MOST_MASKED / this.height ** 2)) this.#masks.clear();
    const mask = this.#drawn(grapheme);
    this.#masks.set(grapheme, mask);
    return mask;
  }

  #drawn(grapheme: string): Mask | undefined {
    const letters = [...grapheme].filter((letter) => !IGNORED.test(letter));
    if (letters.length === 0 || !letters.every((letter) => this.#has(letter.codePointAt(0)!))) return undefined;
    const text = letters.join('');
    const { width: advance, actualBoundingBoxLeft } = this.#context.measureText(text);
    const width = Math.min(this.#room, Math.max(1, Math.round(advance)));
    this.#context.clearRect(0, 0, this.#room, this.height);
    // What reaches back over the letter before it would be cut off.
    this.#context.fillText(text, Math.max(0, Math.min(actualBoundingBoxLeft, 1)), this.ascent);
    const { data } = this.#context.getImageData(0, 0, width, this.height);
    return { width, coverage: Uint8Array.from({ length: width * this.height }, (_, index) => data[4 * index + 3]!) };
  }
}

/** A font of outlines whose line is `size` pixels high; 16 when left out. @throws LcdError `config` */
export const outlineFont = (file: FontFile, bytes: Buffer, module: CanvasModule): Font =>
  new OutlineFont(file, bytes, module);
