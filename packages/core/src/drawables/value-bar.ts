import type { Drawable, Surface } from '../types.ts';
import type { Align } from './align.ts';
import { type BarOptions, bar } from './bar.ts';
import { label } from './label.ts';

/** How a bar with its value is drawn. */
export interface ValueBarOptions extends BarOptions {
  /** The value in words. */
  readonly text: string;
  /** Letters that are kept free for it, so that the bar does not move; its own when it is longer. */
  readonly letters: number;
  /** 0xRRGGBB of the text; white (ink) when left out. */
  readonly textColor?: number;
}

/** Fewer letters of bar than these say nothing. */
const LEAST = 4;

/**
 * A bar with its value: before it where both fit, else above it where there are two lines, else only one of them: the
 * value if it fits. So the value is where the bar begins, and of two in a row it is seen what belongs together, though a
 * bar of letters does not show where it would end. The bar is one line high.
 */
export function valueBar({ text, letters, textColor, ...options }: ValueBarOptions): Drawable {
  const words = (align: Align): Drawable =>
    label(text, { align, ...(textColor === undefined ? {} : { color: textColor }) });
  return (surface) => {
    const { letter, width, height } = surface;
    const wide = Math.max(surface.measure(text).width, letters * letter.width);
    const gap = letter.width;
    const isBeside = width >= wide + gap + LEAST * letter.width;
    if (isBeside) {
      words('right')(line(surface, 0, wide));
      bar(options)(line(surface, wide + gap, width - wide - gap));
    } else if (height >= 2 * letter.height) {
      const top = Math.floor((height - 2 * letter.height) / 2);
      words('left')(surface.clip({ x: 0, y: top, width, height: letter.height }));
      bar(options)(surface.clip({ x: 0, y: top + letter.height, width, height: letter.height }));
    } else if (surface.measure(text).width <= width && height >= letter.height) words('left')(line(surface, 0, width));
    else bar(options)(surface);
  };
}

/** One line in the middle of a surface. */
function line(surface: Surface, x: number, width: number): Surface {
  const height = Math.min(surface.letter.height, surface.height);
  return surface.clip({ x, y: Math.floor((surface.height - height) / 2), width, height });
}
