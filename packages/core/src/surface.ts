import { CharacterSurface } from './character-surface.ts';
import { fontNamed } from './fonts/catalog.ts';
import type { Font } from './fonts/font.ts';
import { FrameWindow } from './frame-window.ts';
import { defaultFont } from './letter.ts';
import { PixelSurface } from './pixel-surface.ts';
import type { CellKind, Frame, Ink, Surface } from './types.ts';

/** What else makes the look of a surface: fonts beside the built-in ones, and its ink. */
export interface SurfaceLook {
  readonly named?: ReadonlyMap<string, Font>;
  /** Says which font has the letters that the others lack. It is asked only when there is such a letter. */
  readonly last?: (() => Font | undefined) | undefined;
  /** `light` when left out. */
  readonly ink?: Ink | undefined;
}

/**
 * A surface that paints on a whole frame. `font` is the display's own font; chosen by the frame's size if left out.
 * `colors` are those of the panel: with two of them areas are dithered by how bright they are, and letters stay legible.
 */
export function surfaceOf(
  frame: Frame,
  cell: CellKind,
  font = defaultFont(frame),
  colors = Number.POSITIVE_INFINITY,
  { named, last, ink }: SurfaceLook = {},
): Surface {
  const window = new FrameWindow(frame);
  if (cell === 'character') return new CharacterSurface(window, ink);
  const fontOf = (name: string): Font | undefined => named?.get(name) ?? fontNamed(name);
  return new PixelSurface(
    window,
    fontOf(font) ?? fontOf(defaultFont(frame))!,
    { mono: colors === 2, ink },
    { fontOf, last },
  );
}
