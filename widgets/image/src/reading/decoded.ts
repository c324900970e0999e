import { LcdError } from '@lcdflow/core';
import { gif } from '../gif.ts';
import { jpeg } from '../jpeg.ts';
import type { Animation, Picture } from '../picture.ts';
import { png } from './png.ts';

const begins = (bytes: Uint8Array, ...letters: readonly number[]): boolean =>
  letters.every((letter, index) => bytes[index] === letter);

/** What is in a file, by its first bytes. Throws `protocol` when it is none of these, broken or too large. */
export function decoded(bytes: Uint8Array): Animation {
  if (begins(bytes, 0x47, 0x49, 0x46, 0x38)) return gif(bytes);
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) return still(png(bytes));
  if (begins(bytes, 0xff, 0xd8)) return still(jpeg(bytes));
  throw new LcdError('protocol', 'expected a PNG, JPEG or GIF');
}

const still = (picture: Picture): Animation => ({ delays: [0], loops: 1, play: () => () => picture });
