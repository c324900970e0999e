import {
  BLACK,
  blankFrame,
  blocks,
  type Drawable,
  type Place,
  type Size,
  type Surface,
  surfaceOf,
  WHITE,
} from '@lcdflow/core';
import type { Modules } from './modules.ts';

/** How a code is drawn. */
export interface Look {
  /** The most free modules round it. */
  readonly quiet: number;
  /** Whether the dark modules are ink; by how ink looks on the panel when left out. */
  readonly inverted: boolean | undefined;
}

/** Where a code lies, in pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
  /** Of a module. */
  readonly pixels: number;
  /** Of the free rim. */
  readonly rim: number;
}

/** How many pixels a place has for a code: letters have two rows of blocks each. */
const pixelsOf = ({ width, height, cell }: Pick<Place, 'width' | 'height' | 'cell'>) =>
  cell === 'pixel' ? { width, height } : { width, height: 2 * height };

/**
 * The largest modules of whole pixels that leave one of them free round the code. Where not even modules of one pixel do,
 * the code has what rim there is; `undefined` when it has no room at all.
 */
function spotOf({ side }: Modules, { width, height }: { width: number; height: number }, quiet: number) {
  const room = Math.min(width, height);
  if (room < side) return undefined;
  const pixels = Math.max(1, Math.floor(room / (side + 2 * Math.min(1, quiet))));
  const free = { x: Math.floor((width - side * pixels) / 2), y: Math.floor((height - side * pixels) / 2) };
  return { ...free, pixels, rim: Math.min(quiet * pixels, free.x, free.y) } satisfies Spot;
}

/** A code in the middle of a place; `undefined` when it has no room there. */
export function drawn(modules: Modules, place: Pick<Place, 'width' | 'height' | 'cell'>, look: Look) {
  const size = pixelsOf(place);
  const spot = spotOf(modules, size, look.quiet);
  if (spot === undefined) return undefined;
  const codes = [false, true].map((inverted) => {
    const code = codeAt(modules, spot, inverted);
    return place.cell === 'pixel' ? code : inLetters(code, size);
  });
  return (surface: Surface) => codes[Number(look.inverted ?? surface.ink === 'dark')]!(surface);
}

function inLetters(code: Drawable, size: Size): Drawable {
  const picture = blankFrame(size);
  code(surfaceOf(picture, 'pixel'));
  return blocks(picture, 1);
}

/** On letters, and on mono panels, only black and white can be told apart. */
const codeAt =
  (modules: Modules, { x, y, pixels, rim }: Spot, inverted: boolean): Drawable =>
  (surface) => {
    const [dark, light] = inverted ? [WHITE, BLACK] : [BLACK, WHITE];
    const side = modules.side * pixels;
    surface.fill({ x: x - rim, y: y - rim, width: side + 2 * rim, height: side + 2 * rim }, light);
    for (let row = 0; row < modules.side; row++)
      for (let column = 0; column < modules.side; column++)
        if (modules.isDark(column, row))
          surface.fill({ x: x + column * pixels, y: y + row * pixels, width: pixels, height: pixels }, dark);
  };
