import { WHITE } from '../color.ts';
import type { Drawable, Point, Rect, Size, Surface } from '../types.ts';
import { clamped } from './fraction.ts';
import { eighthsAt, leftBlock, lowerBlock } from './partial-blocks.ts';

/** Where a bar grows to. */
export type BarDirection = 'right' | 'left' | 'up' | 'down';

/** How a bar is drawn. */
export interface BarOptions {
  /** The filled share, 0 to 1; nothing is filled when left out or NaN. */
  readonly fraction: number | undefined;
  /** Where the bar grows to; `right` when left out. */
  readonly direction?: BarDirection;
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** False for no frame of one pixel round the bar. Places of less than 6 x 5 pixels, and characters, have none. */
  readonly frame?: boolean;
}

/** What a framed bar needs at least: the frame, two pixels inside it, and those left free. */
const FRAMED: Size = { width: 6, height: 5 };

/**
 * A bar that fills its place. With a frame it leaves the last row and the first and last column free, as letters do, so
 * that bars and texts keep apart. Characters show eighths of a letter; those that grow to the left or down are inverted.
 */
export function bar({ fraction, direction = 'right', color = WHITE, frame = true }: BarOptions): Drawable {
  const share = clamped(fraction);
  return (surface) => {
    if (surface.cell === 'character') return barOfLetters(surface, share, direction);
    const framed = frame && surface.width >= FRAMED.width && surface.height >= FRAMED.height;
    surface.fill(part(framed ? framedArea(surface, color) : whole(surface), share, direction), color);
  };
}

const whole = ({ width, height }: Size): Rect => ({ x: 0, y: 0, width, height });

/** Draws the frame and returns what is inside it. */
function framedArea(surface: Surface, color: number): Rect {
  const width = surface.width - 2;
  const height = surface.height - 1;
  surface.fill({ x: 1, y: 0, width, height: 1 }, color);
  surface.fill({ x: 1, y: height - 1, width, height: 1 }, color);
  surface.fill({ x: 1, y: 0, width: 1, height }, color);
  surface.fill({ x: width, y: 0, width: 1, height }, color);
  return { x: 2, y: 1, width: width - 2, height: height - 2 };
}

function part({ x, y, width, height }: Rect, share: number, direction: BarDirection): Rect {
  const wide = Math.round(share * width);
  const high = Math.round(share * height);
  switch (direction) {
    case 'right':
      return { x, y, width: wide, height };
    case 'left':
      return { x: x + width - wide, y, width: wide, height };
    case 'up':
      return { x, y: y + height - high, width, height: high };
    case 'down':
      return { x, y, width, height: high };
  }
}

function barOfLetters(surface: Surface, share: number, direction: BarDirection): void {
  const lengthwise = direction === 'right' || direction === 'left';
  const [length, breadth] = lengthwise ? [surface.width, surface.height] : [surface.height, surface.width];
  const block = lengthwise ? leftBlock : lowerBlock;
  const fromFarEnd = direction === 'left' || direction === 'up';
  const total = Math.round(share * length * 8);
  for (let index = 0; eighthsAt(index, total) > 0; index++) {
    const eighths = eighthsAt(index, total);
    // Blocks are filled from the left and from below; the other two sides are what an inverted block leaves.
    const inverted = eighths < 8 && (direction === 'left' || direction === 'down');
    const letter = block(inverted ? 8 - eighths : eighths);
    const along = fromFarEnd ? length - 1 - index : index;
    for (let across = 0; across < breadth; across++) {
      const at: Point = lengthwise ? { x: along, y: across } : { x: across, y: along };
      surface.text(at, letter, { inverted });
    }
  }
}
