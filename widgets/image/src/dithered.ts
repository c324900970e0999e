import { BLACK, luminance, WHITE } from '@lcdflow/core';
import type { Scaled } from './scaled.ts';

/** How shades become dots where there are only two colours. */
export type Dither = 'floyd-steinberg' | 'bayer' | 'none';

/** Thresholds in an order that spreads neighbours far apart (B. E. Bayer, ICC 1973): 4 x 4. */
const BAYER = [
  [0, 8, 2, 10],
  [12, 4, 14, 6],
  [3, 11, 1, 9],
  [15, 7, 13, 5],
] as const;

/** The same picture in black and white. Without dots ink is what is as bright as `least`, 0 to 255. */
export function dithered(picture: Scaled, dither: Dither, least = 128): Scaled {
  if (dither === 'floyd-steinberg') return diffused(picture);
  const cells = picture.cells.map((color, index) => {
    const [x, y] = [index % picture.width, Math.floor(index / picture.width)];
    const threshold = dither === 'none' ? least : (BAYER[y & 3]![x & 3]! + 0.5) * 16;
    return luminance(color) >= threshold ? WHITE : BLACK;
  });
  return { ...picture, cells };
}

/** Half blocks have no shades: ink is what is brighter than most, or than this. */
const DARKEST_INK = 64;

/** How bright ink is at least in a picture of few cells, so that dark and bright pictures both show something. */
export const inkOf = ({ cells, covered }: Scaled): number =>
  Math.max(
    DARKEST_INK,
    cells.reduce((sum, color, index) => sum + (covered?.[index] === 0 ? 0 : luminance(color)), 0) / cells.length,
  );

/**
 * Hands what a dot is too bright or too dark on to those that come: 7, 3, 5 and 1 sixteenths (R. W. Floyd, L. Steinberg,
 * An Adaptive Algorithm for Spatial Grey Scale, 1976). A picture that changes below leaves the dots above as they are.
 */
function diffused(picture: Scaled): Scaled {
  const { width, height, covered } = picture;
  const cells = new Uint32Array(picture.cells.length);
  let here = new Float64Array(width + 2);
  let below = new Float64Array(width + 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      // What is not drawn takes nothing and gives nothing.
      if (covered?.[at] === 0) continue;
      const wanted = luminance(picture.cells[at]!) + here[x + 1]!;
      const isInk = wanted >= 128;
      cells[at] = isInk ? WHITE : BLACK;
      const rest = (wanted - (isInk ? 255 : 0)) / 16;
      here[x + 2]! += rest * 7;
      below[x]! += rest * 3;
      below[x + 1]! += rest * 5;
      below[x + 2]! += rest;
    }
    [here, below] = [below, here];
    below.fill(0);
  }
  return { ...picture, cells };
}
