import { LcdError } from '@lcdflow/core';

/** One letter as a font's file has it. */
export interface Letter {
  /** Columns from the origin to the left edge of the picture; negative when it reaches back. */
  readonly left: number;
  /** Rows from the baseline up to the upper edge of the picture. */
  readonly top: number;
  /** Of the picture, 0 to `MOST_PIXELS`. */
  readonly width: number;
  readonly height: number;
  /** Columns from this letter's origin to the next one's. */
  readonly advance: number;
  /** Whether a pixel of the picture is ink. */
  isInk(x: number, y: number): boolean;
}

/** The letters of a file. They are decoded one by one, when they are asked for. */
export interface Letters {
  /** Rows above the baseline. */
  readonly ascent: number;
  /** Rows below it. */
  readonly descent: number;
  /** The columns to the next letter; `undefined` when there is no such letter. */
  advanceOf(codePoint: number): number | undefined;
  /** `undefined` when there is no such letter, or when its picture is broken. */
  letter(codePoint: number): Letter | undefined;
  /** The code points of all letters. */
  codePoints(): Iterable<number>;
}

/** Pixels that a letter may be wide and high. */
export const MOST_PIXELS = 256;

/** What is wrong with a font's file. The file's name is put before it. */
export const broken = (message: string, cause?: unknown): LcdError => new LcdError('config', message, { cause });

/** Checks the size of a line of letters. */
export function checkHeight(ascent: number, descent: number): void {
  const height = ascent + descent;
  if (!(height >= 1 && height <= MOST_PIXELS))
    throw broken(`letters of 1 to ${MOST_PIXELS} rows are expected, not ${height}`);
}

/** Whether a picture has a size that a letter may have. */
export const isSize = (width: number, height: number): boolean =>
  width >= 0 && height >= 0 && width <= MOST_PIXELS && height <= MOST_PIXELS;
