import type { Point, Rect, Surface } from '../types.ts';
import { type BarDirection, fromStart, halvesOf, isLengthwise, segmentsOf } from './bar-parts.ts';
import { eighthsAt, leftBlock, lowerBlock, quadrants } from './partial-blocks.ts';

/** How many eighths of its last letter a block fills where there is no room for blanks between blocks. */
const TIGHT = 6;

/** One or two shares, 0 to 1, as letters. */
export function barOfLetters(
  surface: Surface,
  shares: readonly number[],
  direction: BarDirection,
  segments: number,
): void {
  const { width, height } = surface;
  const lengthwise = isLengthwise(direction);
  const [length, breadth] = lengthwise ? [width, height] : [height, width];
  const area = { x: 0, y: 0, width, height };
  if (shares.length > 1 && breadth === 1) {
    twoInOne(surface, shares, direction, length);
    return;
  }
  const parts = shares.length > 1 ? halvesOf(area, lengthwise, lengthwise ? 0 : 1) : [area];
  for (const [index, part] of parts.entries()) {
    const eighths = segments < 1 ? filled(shares[index]!, length) : blocks(shares[index]!, length, segments);
    for (const [along, count] of eighths.entries()) letters(surface, part, along, count, direction);
  }
}

/** How many eighths of each letter along a bar are filled. */
function filled(share: number, length: number): readonly number[] {
  const total = Math.round(share * length * 8);
  return Array.from({ length }, (_, index) => eighthsAt(index, total));
}

function blocks(share: number, length: number, segments: number): readonly number[] {
  const isTight = Math.floor(segments) > (length + 1) / 2;
  const count = Math.min(Math.floor(segments), length);
  if (isTight) return Array.from({ length }, (_, at) => tightLetter(at, length, count, share));
  const spans = segmentsOf(length, segments, share);
  return Array.from({ length }, (_, at) => (spans.some(({ from, to }) => from <= at && at < to) ? 8 : 0));
}

/** The last letter of each block is not filled to its edge. */
function tightLetter(at: number, length: number, count: number, share: number): number {
  const block = (index: number): number => Math.floor((index * count) / length);
  if (block(at) >= Math.round(share * count)) return 0;
  return block(at) === block(at + 1) ? 8 : TIGHT;
}

/** One letter's length of the bar, as broad as it is. */
function letters(surface: Surface, area: Rect, along: number, eighths: number, direction: BarDirection): void {
  if (eighths === 0) return;
  // Blocks are filled from the left and from below; the other two sides are what an inverted block leaves.
  const inverted = eighths < 8 && (direction === 'left' || direction === 'down');
  const block = isLengthwise(direction) ? leftBlock : lowerBlock;
  const letter = block(inverted ? 8 - eighths : eighths);
  const { x, y, width, height } = fromStart(area, along, along + 1, direction);
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) surface.text({ x: column, y: row }, letter, { inverted });
}

/** Two bars in the halves of one row of letters, each letter in steps of a half. */
function twoInOne(surface: Surface, shares: readonly number[], direction: BarDirection, length: number): void {
  const halves = shares.map((share) => Math.round(share * length * 2));
  for (let along = 0; along < length; along++) {
    const [first, second] = halves.map((count) => Math.min(2, Math.max(0, count - along * 2)));
    const place = fromStart({ x: 0, y: 0, width: surface.width, height: surface.height }, along, along + 1, direction);
    twoHalves(surface, place, first!, second!, direction);
  }
}

function twoHalves(surface: Surface, at: Point, first: number, second: number, direction: BarDirection): void {
  if (first + second === 0) return;
  /** Whether the near and the far half of a value are filled. */
  const [near1, far1, near2, far2] = [first > 0, first > 1, second > 0, second > 1];
  const corners = {
    right: [near1, far1, near2, far2],
    left: [far1, near1, far2, near2],
    up: [far1, far2, near1, near2],
    down: [near1, near2, far1, far2],
  }[direction];
  surface.text(at, quadrants(corners));
}
