import type { Drawable, Size, Surface } from '@lcdflow/core';
import { type Bitmap, drawBitmap, sizeOf } from './bitmap.ts';

/**
 * The same picture in several sizes, smallest first: the largest of them that has room is drawn, each of its dots as many
 * pixels large as fit, in the middle of the place. What has no room shows its middle. Characters show the smallest.
 */
export function iconPicture(sizes: readonly Bitmap[], color: number): Drawable {
  return (surface) => {
    const bitmap = surface.cell === 'pixel' ? sizes.findLast((one) => fits(one, surface)) : undefined;
    const shown = bitmap ?? sizes[0];
    if (shown === undefined) return;
    const scale = Math.max(1, Math.floor(Math.min(surface.width / shown.width, surface.height / shown.height)));
    drawBitmap(surface, centred(sizeOf(shown, surface, scale), surface), shown, scale, color);
  };
}

const fits = ({ width, height }: Size, place: Surface): boolean => width <= place.width && height <= place.height;

const centred = ({ width, height }: Size, place: Surface) => ({
  x: Math.floor((place.width - width) / 2),
  y: Math.floor((place.height - height) / 2),
});
