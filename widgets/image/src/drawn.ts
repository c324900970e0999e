import { BLACK, blankFrame, blocks, type Drawable, type Place, type Point, type Size, surfaceOf } from '@lcdflow/core';
import { type Dither, dithered, inkOf } from './dithered.ts';
import { type Anchor, type Fit, fitted } from './fitted.ts';
import type { Picture } from './picture.ts';
import { type Scaled, scaled } from './scaled.ts';

/** How a picture is drawn. */
export interface Look {
  readonly fit: Fit;
  readonly anchor: Anchor;
  /** 0xRRGGBB of the whole place behind it; what is there stays when left out. */
  readonly background: number | undefined;
  readonly dither: Dither;
}

/** A letter of a common character panel has 6 x 8 dots with its spacing: half a block 6 x 4. */
const HALF_LETTER: Point = { x: 6, y: 4 };
const PIXEL: Point = { x: 1, y: 1 };

/** The place in cells that a picture is scaled to: letters show two rows of half blocks each. */
const rasterOf = ({ width, height, cell }: Place): Size =>
  cell === 'pixel' ? { width, height } : { width, height: 2 * height };

/** Scales a picture to a place at once, so that painting is only copying. */
export function drawn(picture: Picture, place: Place, look: Look): Drawable {
  const raster = rasterOf(place);
  const isPixels = place.cell === 'pixel';
  const fit = fitted(picture, raster, look.fit, look.anchor, isPixels ? PIXEL : HALF_LETTER);
  const colors = scaled(picture, fit, isPixels ? look.background : BLACK);
  if (isPixels) return onPixels(colors, fit.target, look);
  const halves = blankFrame(raster);
  surfaceOf(halves, 'pixel').blit(fit.target, dithered(colors, 'none', inkOf(colors)));
  return blocks(halves, 1);
}

function onPixels(colors: Scaled, at: Point, { background, dither }: Look): Drawable {
  let dots: Scaled | undefined;
  const inDots = (): Scaled => {
    dots ??= dithered(colors, dither);
    return dots;
  };
  return (surface) => {
    const { width, height } = surface;
    if (background !== undefined) surface.fill({ x: 0, y: 0, width, height }, background);
    const { covered, ...picture } = surface.mono === true ? inDots() : colors;
    if (covered === undefined) surface.blit(at, picture);
    else
      for (const { y, start, end } of runsOf(covered, picture.width))
        surface.blit(
          { x: at.x + start - y * picture.width, y: at.y + y },
          { width: end - start, height: 1, cells: picture.cells.subarray(start, end) },
        );
  };
}

interface Run {
  readonly y: number;
  /** Numbers of cells of the whole picture. */
  readonly start: number;
  readonly end: number;
}

/** Stretches of cells that are drawn, row by row. */
function runsOf(covered: Uint8Array, width: number): readonly Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < covered.length; row += width) {
    let start = row;
    for (let at = row; at <= row + width; at++) {
      if (at < row + width && covered[at] === 1) continue;
      if (at > start) runs.push({ y: row / width, start, end: at });
      start = at + 1;
    }
  }
  return runs;
}
