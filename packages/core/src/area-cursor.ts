import { tilesOf } from './frame.ts';
import type { Display, Frame, Rect } from './types.ts';

type Grid = Pick<Display, 'width' | 'height' | 'tile' | 'gap' | 'widest'>;

/**
 * Walks round and round over a display's tiles. Each call goes on where the last one stopped and returns the next area
 * in which two frames of the display's size differ, so that a busy corner cannot starve the rest; `undefined` when
 * they are equal.
 */
export function areaCursor(grid: Grid): (glass: Frame, newest: Frame) => Rect | undefined {
  const tiles = tilesOf(grid, grid.tile);
  const changed = new Uint8Array(tiles[0]?.width ?? 0);
  const widest = grid.widest ?? changed.length;
  const gap = grid.gap ?? changed.length;
  let index = 0;
  let from = 0;

  return (glass, newest) => {
    for (let step = 0; step <= tiles.length && tiles.length > 0; step++) {
      const tile = tiles[index]!;
      if (markChangedColumns(glass, newest, tile, changed)) {
        const first = changed.indexOf(1, from);
        if (first >= 0 && first < tile.width) {
          from = spanEnd(changed, first, Math.min(tile.width, first + widest), gap);
          return rowsOfChange(glass, newest, { ...tile, x: tile.x + first, width: from - first });
        }
      }
      index = (index + 1) % tiles.length;
      from = 0;
    }
    return undefined;
  };
}

/** Sets `changed` to 1 for each column of the tile in which the frames differ. */
function markChangedColumns(glass: Frame, newest: Frame, tile: Rect, changed: Uint8Array): boolean {
  let any = false;
  changed.fill(0);
  for (let y = tile.y; y < tile.y + tile.height; y++) {
    const start = y * newest.width + tile.x;
    for (let column = 0; column < tile.width; column++) {
      if (glass.cells[start + column] === newest.cells[start + column]) continue;
      changed[column] = 1;
      any = true;
    }
  }
  return any;
}

/** The column after the last one of a span that begins at `first`, bridges at most `gap` and ends at `limit`. */
function spanEnd(changed: Uint8Array, first: number, limit: number, gap: number): number {
  let end = first + 1;
  for (let column = end; column < limit && column - end <= gap; column++) if (changed[column] === 1) end = column + 1;
  return end;
}

/** The area without the rows at its top and bottom in which nothing differs. */
function rowsOfChange(glass: Frame, newest: Frame, area: Rect): Rect {
  const differs = (y: number): boolean => {
    const start = y * newest.width + area.x;
    for (let index = start; index < start + area.width; index++)
      if (glass.cells[index] !== newest.cells[index]) return true;
    return false;
  };
  let top = area.y;
  let bottom = area.y + area.height;
  while (!differs(top)) top++;
  while (!differs(bottom - 1)) bottom--;
  return { ...area, y: top, height: bottom - top };
}
