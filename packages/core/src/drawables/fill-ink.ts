import { BLACK, WHITE } from '../color.ts';
import type { Rect, Surface } from '../types.ts';

const FULL_BLOCK = '█';

/** The colour for thin lines: on a mono panel all ink, as a pattern of dots would not be seen as a line. */
export const lineColor = ({ mono }: Surface, color: number): number =>
  mono === true && color !== BLACK ? WHITE : color;

/**
 * Fills an area as letters are drawn: in its colour, and on a mono panel as ink, not as a pattern of dots. For thin lines
 * and small shapes, of which a pattern would leave nothing to recognize. Where cells are characters they are full blocks.
 */
export function fillInk(surface: Surface, { x, y, width, height }: Rect, color: number): void {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  const area = {
    x: left,
    y: top,
    width: Math.min(surface.width, Math.round(x + width)) - left,
    height: Math.min(surface.height, Math.round(y + height)) - top,
  };
  if (!(area.width > 0 && area.height > 0)) return;
  // A full block is a letter that fills its cell in every font.
  const { letter } = surface;
  const line = FULL_BLOCK.repeat(Math.ceil(area.width / letter.width));
  const inside = surface.clip(area);
  for (let row = 0; row < area.height; row += letter.height) inside.text({ x: 0, y: row }, line, { color });
}
