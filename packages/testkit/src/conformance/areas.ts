import { type Display, type Rect, tilesOf } from '@lcdflow/core';
import type { Random } from './random.ts';

type Grid = Pick<Display, 'width' | 'height' | 'tile' | 'widest'>;

/** Every tile in pieces that are as wide as one write may be. */
export const wholeTiles = (grid: Grid): readonly Rect[] =>
  tilesOf(grid, grid.tile).flatMap((tile) => slices(tile, widestOf(grid)));

/** Every tile in random pieces that touch and do not overlap, none wider than one write may be. */
export const randomPieces = (grid: Grid, random: Random): readonly Rect[] =>
  tilesOf(grid, grid.tile).flatMap((tile) => pieces(tile, widestOf(grid), random));

/** An area, and the tile it lies in. */
export interface TileArea {
  readonly tile: Rect;
  readonly area: Rect;
}

/** So many random areas, each inside one tile. */
export function randomAreas(grid: Grid, count: number, random: Random): readonly TileArea[] {
  const tiles = tilesOf(grid, grid.tile);
  return Array.from({ length: count }, () => {
    const tile = tiles[random(tiles.length)]!;
    const cut = pieces(tile, widestOf(grid), random);
    return { tile, area: cut[random(cut.length)]! };
  });
}

/** A tile in pieces of its whole height. */
export function slices(tile: Rect, widest: number): readonly Rect[] {
  const count = Math.ceil(tile.width / widest);
  return Array.from({ length: count }, (_, index) => {
    const x = index * widest;
    return { ...tile, x: tile.x + x, width: Math.min(widest, tile.width - x) };
  });
}

/** The widest area of one write: an area never leaves its tile. */
export const widestOf = ({ width, tile, widest }: Grid): number => widest ?? tile?.width ?? width;

function pieces(tile: Rect, widest: number, random: Random): readonly Rect[] {
  const found: Rect[] = [];
  for (const { from: x, length: width } of cuts(tile.x, tile.width, widest, random))
    for (const { from: y, length: height } of cuts(tile.y, tile.height, tile.height, random))
      found.push({ x, y, width, height });
  return found;
}

function cuts(start: number, length: number, longest: number, random: Random) {
  const parts: { readonly from: number; readonly length: number }[] = [];
  for (let from = start; from < start + length; from += parts.at(-1)!.length)
    parts.push({ from, length: 1 + random(Math.min(longest, start + length - from)) });
  return parts;
}
