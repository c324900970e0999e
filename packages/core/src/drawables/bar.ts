import { WHITE } from '../color.ts';
import type { Drawable, Rect, Size, Surface } from '../types.ts';
import { barOfLetters } from './bar-of-letters.ts';
import { type BarDirection, fromStart, halvesOf, isLengthwise, segmentsOf, spanOf } from './bar-parts.ts';
import { lineColor } from './fill-ink.ts';
import { clamped } from './fraction.ts';

export type { BarDirection } from './bar-parts.ts';

/** How a bar is drawn. */
export interface BarOptions {
  /** The filled share, 0 to 1; nothing is filled when left out or NaN. */
  readonly fraction: number | undefined;
  /** A second share: the bar is two, the first one in the upper or left half. `undefined` is an empty second one. */
  readonly second?: number | undefined;
  /** Where the bar grows to; `right` when left out. */
  readonly direction?: BarDirection;
  /** So many blocks with gaps between them, as far as there is room; none when left out or below 1. */
  readonly segments?: number | undefined;
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** 0xRRGGBB of the second share; the first one's when left out. */
  readonly secondColor?: number;
  /** False for no frame of one pixel round the bar. Places of less than 6 x 5 pixels, and characters, have none. */
  readonly frame?: boolean;
  /** 0xRRGGBB of the frame; the bar's when left out. */
  readonly frameColor?: number;
}

/** What a framed bar needs at least: the frame, two pixels inside it, and those left free. */
const FRAMED: Size = { width: 6, height: 5 };

/**
 * A bar that fills its place. With a frame it leaves the last row and the first and last column free, as letters do, so
 * that bars and texts keep apart. Characters show eighths of a letter; those that grow to the left or down are inverted.
 * Two shares in one line of letters are halves of it, in steps of half a letter.
 */
export function bar(options: BarOptions): Drawable {
  const { fraction, direction = 'right', color = WHITE, frame = true, frameColor = color, segments = 0 } = options;
  const shares = 'second' in options ? [clamped(fraction), clamped(options.second)] : [clamped(fraction)];
  const colors = [color, options.secondColor ?? color];
  return (surface) => {
    if (surface.cell === 'character') {
      barOfLetters(surface, shares, direction, segments);
      return;
    }
    const framed = frame && surface.width >= FRAMED.width && surface.height >= FRAMED.height;
    const area = framed ? framedArea(surface, frameColor) : whole(surface);
    const parts = shares.length > 1 ? halvesOf(area, isLengthwise(direction)) : [area];
    for (const [index, part] of parts.entries())
      fillShare(surface, part, shares[index]!, direction, segments, colors[index]!);
  };
}

const whole = ({ width, height }: Size): Rect => ({ x: 0, y: 0, width, height });

/** Draws the frame and returns what is inside it. */
function framedArea(surface: Surface, frameColor: number): Rect {
  const color = lineColor(surface, frameColor);
  const width = surface.width - 2;
  const height = surface.height - 1;
  surface.fill({ x: 1, y: 0, width, height: 1 }, color);
  surface.fill({ x: 1, y: height - 1, width, height: 1 }, color);
  surface.fill({ x: 1, y: 0, width: 1, height }, color);
  surface.fill({ x: width, y: 0, width: 1, height }, color);
  return { x: 2, y: 1, width: width - 2, height: height - 2 };
}

function fillShare(
  surface: Surface,
  area: Rect,
  share: number,
  direction: BarDirection,
  segments: number,
  color: number,
): void {
  const length = isLengthwise(direction) ? area.width : area.height;
  for (const { from, to } of segments < 1 ? [spanOf(length, share)] : segmentsOf(length, segments, share))
    surface.fill(fromStart(area, from, to, direction), color);
}
