import { CharacterSurface } from './character-surface.ts';
import { fontNamed } from './fonts/catalog.ts';
import { FrameWindow } from './frame-window.ts';
import { defaultFont } from './letter.ts';
import { PixelSurface } from './pixel-surface.ts';
import type { CellKind, Frame, Surface } from './types.ts';

/**
 * A surface that paints on a whole frame. `font` is the display's own font; chosen by the frame's size if left out.
 * `colors` are those of the panel: with two of them areas are dithered by how bright they are, and letters stay legible.
 */
export function surfaceOf(
  frame: Frame,
  cell: CellKind,
  font = defaultFont(frame),
  colors = Number.POSITIVE_INFINITY,
): Surface {
  const window = new FrameWindow(frame);
  if (cell === 'character') return new CharacterSurface(window);
  return new PixelSurface(window, fontNamed(font) ?? fontNamed(defaultFont(frame))!, colors === 2);
}
