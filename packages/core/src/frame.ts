import type { Frame, Point, Rect, Size } from './types.ts';

/** A cell nobody has shown: neither a colour nor a letter, so it differs from everything. */
export const UNKNOWN = 0xffff_ffff;
/** Beside a code point: shown dark on light. */
export const INVERTED = 0x8000_0000;

/** The second cell of a letter that is two wide. */
export const TAIL = 0;

/** A new frame with every cell the same: black pixels, or blanks when `cell` is 0x20. */
export function blankFrame({ width, height }: Size, cell = 0): Frame {
  return { width, height, cells: new Uint32Array(width * height).fill(cell) };
}

/** The part both have; width or height 0 when there is none. */
export function intersection(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const right = Math.min(a.x + a.width, b.x + b.width);
  const bottom = Math.min(a.y + a.height, b.y + b.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** Copies `area` from one frame to the same place in another of the same size. */
export function copyArea(from: Frame, to: Frame, area: Rect): void {
  for (let y = area.y; y < area.y + area.height; y++) {
    const start = y * from.width + area.x;
    to.cells.set(from.cells.subarray(start, start + area.width), start);
  }
}

/** The cell at a point, which must be inside. */
export const cellAt = (frame: Frame, { x, y }: Point): number => frame.cells[y * frame.width + x]!;

/** The grid of tiles that covers a size, row by row; those at the right and lower edge may be smaller. */
export function tilesOf(size: Size, tile: Size = size): readonly Rect[] {
  const tiles: Rect[] = [];
  for (let y = 0; y < size.height; y += tile.height)
    for (let x = 0; x < size.width; x += tile.width)
      tiles.push(intersection({ x, y, ...tile }, { x: 0, y: 0, ...size }));
  return tiles;
}
