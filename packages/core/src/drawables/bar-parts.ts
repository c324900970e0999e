import type { Rect } from '../types.ts';

/** Where a bar grows to. */
export type BarDirection = 'right' | 'left' | 'up' | 'down';

/** Cells along a bar, counted from where it begins: `from` is the first, `to` the one behind the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export const isLengthwise = (direction: BarDirection): boolean => direction === 'right' || direction === 'left';

/** What is filled of a bar in one piece. */
export const spanOf = (length: number, share: number): Span => ({ from: 0, to: Math.round(share * length) });

/**
 * The filled blocks of a bar of so many blocks, each with a gap behind it: one cell wide, or two where blocks are long.
 * Blocks differ by one cell at most; there are never more than fit.
 */
export function segmentsOf(length: number, segments: number, share: number): readonly Span[] {
  const count = Math.max(1, Math.min(Math.floor(segments), Math.floor((length + 1) / 2)));
  const gap = length >= count * 10 ? 2 : 1;
  const edge = (index: number): number => Math.floor((index * (length + gap)) / count);
  return Array.from({ length: Math.round(share * count) }, (_, index) => ({
    from: edge(index),
    to: edge(index + 1) - gap,
  }));
}

/** The upper and lower half for bars that lie, the left and right one for bars that stand, at least `gap` apart. */
export function halvesOf({ x, y, width, height }: Rect, lengthwise: boolean, gap = 1): readonly [Rect, Rect] {
  const breadth = lengthwise ? height : width;
  const half = Math.min(breadth, Math.max(1, Math.floor((breadth - gap) / 2)));
  const rest = Math.max(0, breadth - half);
  return lengthwise
    ? [
        { x, y, width, height: half },
        { x, y: y + rest, width, height: half },
      ]
    : [
        { x, y, width: half, height },
        { x: x + rest, y, width: half, height },
      ];
}

/** The part of an area that lies so far along a bar which fills it. */
export function fromStart({ x, y, width, height }: Rect, from: number, to: number, direction: BarDirection): Rect {
  const length = to - from;
  switch (direction) {
    case 'right':
      return { x: x + from, y, width: length, height };
    case 'left':
      return { x: x + width - to, y, width: length, height };
    case 'up':
      return { x, y: y + height - to, width, height: length };
    case 'down':
      return { x, y: y + from, width, height: length };
  }
}
