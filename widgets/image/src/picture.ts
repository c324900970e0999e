import { LcdError, type Size } from '@lcdflow/core';

/** Pixels row by row, four bytes each: red, green, blue, and how opaque it is (not multiplied in). */
export interface Picture extends Size {
  readonly rgba: Uint8Array;
}

/** Pictures one after the other. */
export interface Animation {
  /** How long each picture is seen, in ms. */
  readonly delays: readonly number[];
  /** How often all of them are seen; `Infinity` is for ever. */
  readonly loops: number;
  /** Begins anew: each call of what this returns gives the next picture, which is valid until the call after that. */
  play(): () => Picture;
}

/** The longest side of a picture and the most pixels of it: decoding takes 4 to 16 bytes for each. */
const MOST_SIDE = 8192;
const MOST_PIXELS = 16 * 1024 * 1024;

/** Refuses a picture that would take too much memory. Throws `protocol`. */
export function assertSize({ width, height }: Size): void {
  if (width < 1 || height < 1) throw new LcdError('protocol', 'the picture has no pixels');
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
    throw new LcdError(
      'protocol',
      `the picture has ${width} x ${height} pixels, expected at most ${MOST_SIDE} a side and 16 million of them`,
    );
}
