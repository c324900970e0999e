import { fontFor, fontSizes } from './fonts/catalog.ts';
import type { Fonts } from './fonts/fonts.ts';
import type { Model, Size } from './types.ts';

/** Lines and columns a panel has at least in a font chosen for it, unless it is too small for the smallest. */
const COMFORT: Size = { width: 20, height: 8 };

/** The name of the font a panel of pixels gets when the config names none. */
export const defaultFont = ({ width, height }: Size): string =>
  fontFor(Math.floor(height / COMFORT.height), Math.floor(width / COMFORT.width));

/** The size of one letter of a display's own font, in cells. `fonts` are those beside the built-in ones. */
export function letterOf(
  model: Pick<Model, 'width' | 'height' | 'cell'>,
  font?: string,
  fonts?: Pick<Fonts, 'named'>,
): Size {
  if (model.cell === 'character') return { width: 1, height: 1 };
  const own = fonts?.named.get(font ?? '');
  if (own) return { width: own.width, height: own.height };
  return fontSizes.get(font ?? '') ?? fontSizes.get(defaultFont(model))!;
}
