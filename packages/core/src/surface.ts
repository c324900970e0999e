import { CharacterSurface } from './character-surface.ts';
import { fontNamed } from './fonts/catalog.ts';
import type { Font } from './fonts/font.ts';
import { FrameWindow } from './frame-window.ts';
import { defaultFont } from './letter.ts';
import { PixelSurface } from './pixel-surface.ts';
import type { CellKind, Frame, Surface } from './types.ts';

/** The fonts of a surface beside the built-in ones. */
export interface SurfaceFonts {
  readonly named?: ReadonlyMap<string, Font>;
  /** Says which font has the letters that the others lack. It is asked only when there is such a letter. */
  readonly last?: (() => Font | undefined) | undefined;
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
  { named, last }: SurfaceFonts = {},
): Surface {
  const window = new FrameWindow(frame);
  if (cell === 'character') return new CharacterSurface(window);
  const fontOf = (name: string): Font | undefined => named?.get(name) ?? fontNamed(name);
  return new PixelSurface(window, fontOf(font) ?? fontOf(defaultFont(frame))!, colors === 2, { fontOf, last });
}
