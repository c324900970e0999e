import {
  BLACK,
  blankFrame,
  blocks,
  type Drawable,
  type Place,
  type Point,
  type Size,
  type Surface,
  surfaceOf,
  WHITE,
} from '@lcdflow/core';
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
  /** Whether bright and dark are changed over. */
  readonly inverted: boolean;
}

/** A letter of a common character panel has 6 x 8 dots with its spacing: half a block 6 x 4. */
const HALF_LETTER: Point = { x: 6, y: 4 };
const PIXEL: Point = { x: 1, y: 1 };

/** The place in cells that a picture is scaled to: letters show two rows of half blocks each. */
const rasterOf = ({ width, height, cell }: Place): Size =>
  cell === 'pixel' ? { width, height } : { width, height: 2 * height };

/**
 * Scales a picture to a place at once, so that painting is only copying. What is bright in it is bright on the glass: where
 * ink is dark, that is paper.
 */
export function drawn(picture: Picture, place: Place, look: Look): Drawable {
  const raster = rasterOf(place);
  const isPixels = place.cell === 'pixel';
  const fit = fitted(picture, raster, look.fit, look.anchor, isPixels ? PIXEL : HALF_LETTER);
  const colors = scaled(picture, fit, isPixels ? look.background : undefined);
  const version = (isNegative: boolean): Drawable => {
    const shown = isNegative ? negative(colors) : colors;
    return isPixels ? onPixels(shown, fit.target, look, isNegative) : onLetters(shown, fit.target, raster);
  };
  const versions = new Map<boolean, Drawable>();
  return (surface) => {
    const isNegative = look.inverted !== isDarkInk(surface);
    const painted = versions.get(isNegative) ?? version(isNegative);
    versions.set(isNegative, painted);
    painted(surface);
  };
}

const isDarkInk = ({ cell, mono, ink }: Surface): boolean => (cell === 'character' || mono === true) && ink === 'dark';

const negative = (picture: Scaled): Scaled => ({ ...picture, cells: picture.cells.map((color) => WHITE - color) });

function onLetters(colors: Scaled, at: Point, raster: Size): Drawable {
  const halves = blankFrame(raster);
  const { covered, ...ink } = dithered(colors, 'none', inkOf(colors));
  const cells = covered === undefined ? ink.cells : ink.cells.map((cell, index) => (covered[index] ? cell : BLACK));
  surfaceOf(halves, 'pixel').blit(at, { ...ink, cells });
  return blocks(halves, 1);
}

function onPixels(colors: Scaled, at: Point, { background, dither }: Look, isNegative: boolean): Drawable {
  let dots: Scaled | undefined;
  const inDots = (): Scaled => {
    dots ??= dithered(colors, dither);
    return dots;
  };
  return (surface) => {
    const { width, height } = surface;
    if (background !== undefined)
      surface.fill({ x: 0, y: 0, width, height }, isNegative ? WHITE - background : background);
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
