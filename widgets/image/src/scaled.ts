import type { Frame, Size } from '@lcdflow/core';
import type { Fitted } from './fitted.ts';
import type { Picture } from './picture.ts';

/** Colours in the size they are shown. Where `covered` is 0 nothing is drawn; everything is when it is left out. */
export interface Scaled extends Frame {
  readonly covered?: Uint8Array;
}

/** Which pixels one cell is made of, and how much of each. */
interface Share {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Shares of `cells` equal parts of the stretch from `from`; each part covers at least a sliver of one pixel. */
function sharesOf(from: number, length: number, cells: number, pixels: number): readonly Share[] {
  return Array.from({ length: cells }, (_, cell) => {
    const start = from + (length * cell) / cells;
    const end = from + (length * (cell + 1)) / cells;
    const first = Math.min(pixels - 1, Math.floor(start));
    const last = Math.max(first, Math.min(pixels, Math.ceil(end)) - 1);
    const weights = Array.from({ length: last - first + 1 }, (_, index) =>
      Math.max(1e-6, Math.min(end, first + index + 1) - Math.max(start, first + index)),
    );
    return { first, weights };
  });
}

/**
 * Makes each cell the average of the area it covers, by the values as they are stored (not in linear light), weighted by
 * how opaque they are. With a background (0xRRGGBB) transparent pixels are mixed with it; without one a cell is drawn
 * when it is half opaque.
 */
export function scaled(picture: Picture, { source, target }: Fitted, background: number | undefined): Scaled {
  const across = sharesOf(source.x, source.width, target.width, picture.width);
  const down = sharesOf(source.y, source.height, target.height, picture.height);
  const cells = new Uint32Array(target.width * target.height);
  const covered = new Uint8Array(cells.length);
  const sums = new Float64Array(5);
  let at = 0;
  for (const rows of down)
    for (const columns of across) {
      sum(picture, columns, rows, sums);
      const opaque = sums[3]! / sums[4]! / 255;
      covered[at] = background !== undefined || opaque >= 0.5 ? 1 : 0;
      cells[at++] = colorOf(sums, background === undefined ? 1 : opaque, background ?? 0);
    }
  const size: Size = { width: target.width, height: target.height };
  return covered.includes(0) ? { ...size, cells, covered } : { ...size, cells };
}

/** Red, green, blue by how opaque they are; how opaque; and the weight of all. */
function sum({ width, rgba }: Picture, columns: Share, rows: Share, sums: Float64Array): void {
  sums.fill(0);
  for (let row = 0; row < rows.weights.length; row++) {
    let at = 4 * ((rows.first + row) * width + columns.first);
    for (let column = 0; column < columns.weights.length; column++, at += 4) {
      const weight = rows.weights[row]! * columns.weights[column]!;
      const opaque = weight * rgba[at + 3]!;
      sums[0]! += opaque * rgba[at]!;
      sums[1]! += opaque * rgba[at + 1]!;
      sums[2]! += opaque * rgba[at + 2]!;
      sums[3]! += opaque;
      sums[4]! += weight;
    }
  }
}

function colorOf(sums: Float64Array, share: number, background: number): number {
  const part = (index: number, shift: number): number => {
    const own = sums[3] === 0 ? 0 : sums[index]! / sums[3]!;
    return Math.round(own * share + ((background >> shift) & 0xff) * (1 - share));
  };
  return (part(0, 16) << 16) | (part(1, 8) << 8) | part(2, 0);
}
