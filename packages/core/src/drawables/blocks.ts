import { BLACK } from '../color.ts';
import type { Drawable, Frame } from '../types.ts';
import { quadrants } from './partial-blocks.ts';

/**
 * A picture of pixels on letters: each letter shows two rows of it, and one or two columns, in block elements (U+2580 to
 * U+259F). Black leaves what is there, every other colour is ink. One column needs but two partial blocks, which matters
 * where a panel has room for eight.
 */
export const blocks =
  (picture: Frame, columns: 1 | 2): Drawable =>
  (surface) => {
    const isInk = (x: number, y: number): boolean =>
      x < picture.width && y < picture.height && picture.cells[y * picture.width + x] !== BLACK;
    const [width, height] = [
      Math.min(surface.width, Math.ceil(picture.width / columns)),
      Math.min(surface.height, Math.ceil(picture.height / 2)),
    ];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [left, right] = [x * columns, x * columns + columns - 1];
        const letter = quadrants([
          isInk(left, 2 * y),
          isInk(right, 2 * y),
          isInk(left, 2 * y + 1),
          isInk(right, 2 * y + 1),
        ]);
        if (letter !== ' ') surface.text({ x, y }, letter);
      }
  };
