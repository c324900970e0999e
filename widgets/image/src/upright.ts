import { jpegSegments } from './jpeg-segments.ts';
import type { Picture } from './picture.ts';

const EXIF = 'Exif\0\0';
const APPLICATION_1 = 0xe1;
const ORIENTATION = 0x0112;
const ENTRY = 12;

/**
 * How the camera was held, 1 to 8 (Exif 2.3, section 4.6.4, tag 0x112): the picture is stored as the camera's sensor saw
 * it. 1, which is upright, when the JPEG does not say.
 */
export function orientationOf(bytes: Uint8Array): number {
  for (const { marker, content } of jpegSegments(bytes))
    if (marker === APPLICATION_1 && String.fromCharCode(...content.subarray(0, EXIF.length)) === EXIF)
      return orientationIn(content.subarray(EXIF.length)) ?? 1;
  return 1;
}

/** In the first directory of a TIFF file; `undefined` when it is not there or cut off. */
function orientationIn(tiff: Uint8Array): number | undefined {
  const isLittle = tiff[0] === 0x49;
  const word = (at: number): number => {
    const [first = 0, second = 0] = tiff.subarray(at, at + 2);
    return isLittle ? first | (second << 8) : (first << 8) | second;
  };
  const directory = isLittle ? word(4) + word(6) * 0x1_0000 : word(4) * 0x1_0000 + word(6);
  for (let entry = 0; entry < word(directory); entry++) {
    const at = directory + 2 + ENTRY * entry;
    if (at + ENTRY > tiff.length) return undefined;
    if (word(at) === ORIENTATION) return word(at + 8);
  }
  return undefined;
}

/** Orientations of which the rows are columns, and whose columns and rows count from the other end. */
const TURNED = [5, 6, 7, 8];
const MIRRORED = [2, 3, 7, 8];
const UPSIDE_DOWN = [3, 4, 6, 7];

/** A picture as a person saw it who held the camera so. */
export function upright(picture: Picture, orientation: number): Picture {
  const { width, height, rgba } = picture;
  const isTurned = TURNED.includes(orientation);
  const [isMirrored, isUpsideDown] = [MIRRORED.includes(orientation), UPSIDE_DOWN.includes(orientation)];
  if (!isTurned && !isMirrored && !isUpsideDown) return picture;
  const [across, down] = isTurned ? [height, width] : [width, height];
  const turned = new Uint8Array(rgba.length);
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const [column, row] = isTurned ? [y, x] : [x, y];
      const from = 4 * ((isUpsideDown ? height - 1 - row : row) * width + (isMirrored ? width - 1 - column : column));
      for (let part = 0; part < 4; part++) turned[to++] = rgba[from + part]!;
    }
  return { width: across, height: down, rgba: turned };
}
