import { LcdError, type Size } from '@lcdflow/core';
import { decode } from 'jpeg-js';
import { assertSize, type Picture } from './picture.ts';

const MOST_MEMORY = 512;
/** Checked before, by the size. */
const MOST_MEGAPIXELS = 20;

/** A JPEG as far as it goes; what is cut off is grey. Throws `protocol` when it is broken. */
export function jpeg(bytes: Uint8Array): Picture {
  assertSize(sizeOf(bytes));
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      tolerantDecoding: true,
      maxResolutionInMP: MOST_MEGAPIXELS,
      maxMemoryUsageInMB: MOST_MEMORY,
    });
    return { width, height, rgba: data };
  } catch (error) {
    throw new LcdError('protocol', 'the JPEG is broken or cut off', { cause: error });
  }
}

/** Frame headers (ITU-T T.81, table B.1): C0 to CF without the tables of Huffman and arithmetic coding, and JPG. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOf(bytes: Uint8Array): Size {
  const word = (at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;
  for (let at = 2; at + 8 < bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    if (isFrame(marker)) return { height: word(at + 5), width: word(at + 7) };
    // A marker may have further 0xff before it.
    at += marker === 0xff ? 1 : 2 + word(at + 2);
  }
  throw new LcdError('protocol', 'the JPEG ends before its size');
}
