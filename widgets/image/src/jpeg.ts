import { LcdError, type Size } from '@lcdflow/core';
import { decode } from 'jpeg-js';
import { jpegSegments } from './jpeg-segments.ts';
import { assertSize, type Picture } from './picture.ts';
import { orientationOf, upright } from './upright.ts';

const MOST_MEMORY = 512;
/** Checked before, by the size. */
const MOST_MEGAPIXELS = 20;

/** A JPEG as far as it goes, upright; what is cut off is grey. Throws `protocol` when it is broken. */
export function jpeg(bytes: Uint8Array): Picture {
  assertSize(sizeOf(bytes));
  try {
    const { width, height, data } = decode(bytes, {
      useTArray: true,
      tolerantDecoding: true,
      maxResolutionInMP: MOST_MEGAPIXELS,
      maxMemoryUsageInMB: MOST_MEMORY,
    });
    return upright({ width, height, rgba: data }, orientationOf(bytes));
  } catch (error) {
    throw new LcdError('protocol', 'the JPEG is broken or cut off', { cause: error });
  }
}

/** Frame headers (ITU-T T.81, table B.1): C0 to CF without the tables of Huffman and arithmetic coding, and JPG. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOf(bytes: Uint8Array): Size {
  for (const { marker, content } of jpegSegments(bytes)) {
    const [, top, low, left, right] = content;
    if (isFrame(marker) && right !== undefined) return { height: (top! << 8) | low!, width: (left! << 8) | right };
  }
  throw new LcdError('protocol', 'the JPEG ends before its size');
}
