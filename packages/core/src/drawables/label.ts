import { WHITE } from '../color.ts';
import { fontFor } from '../fonts/catalog.ts';
import { lettersIn } from '../text/letters-in.ts';
import type { Drawable, Place, Size, Surface, TextStyle } from '../types.ts';
import { type Align, before, type VerticalAlign } from './align.ts';
import { marqueeText } from './marquee-text.ts';

/** How a label is drawn. Colours and fonts are ignored where cells are characters. */
export interface LabelOptions {
  /** `left` when left out. What is too long always shows its beginning. */
  readonly align?: Align;
  /** `top` when left out. What is too high always shows its first lines. */
  readonly vertical?: VerticalAlign;
  /** A font's name, or `fit` for the largest in which all lines fit; the display's own font when left out. */
  readonly font?: string | undefined;
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** 0xRRGGBB of the whole place; what is there stays when left out. */
  readonly background?: number;
  /** The whole place is inked, and the letters are cut out. */
  readonly inverted?: boolean;
  /** Strokes a pixel wider. */
  readonly bold?: boolean;
  /** A line below the letters. */
  readonly underlined?: boolean;
  /** How many letters have moved out at the left, endlessly round; only lines that do not fit move. 0 when left out. */
  readonly offset?: number;
}

/** A text of one line, or of several with `\n` between them, cut off at the edges of its place. */
export function label(text: string, options: LabelOptions = {}): Drawable {
  const { align = 'left', vertical = 'top', font, offset = 0, ...colors } = options;
  const lines = linesOf(text);
  return (surface) => {
    const style = { ...colors, ...fontStyle(text, surface, font) };
    paintGround(surface, style);
    const height = surface.measure('', style).height;
    let y = before(surface.height - lines.length * height, vertical);
    for (const line of lines) {
      if (y >= surface.height) break;
      const shown = visible(line, surface, style, offset);
      const x = before(surface.width - surface.measure(shown, style).width, align);
      surface.text({ x, y }, shown, style);
      y += height;
    }
  };
}

/** Whether every line of a text is short enough to be seen whole in a place. */
export function textFits(text: string, place: Pick<Place, 'width' | 'height' | 'measure'>, font?: string): boolean {
  const style = fontStyle(text, place, font);
  return linesOf(text).every((line) => place.measure(line, style).width <= place.width);
}

/** Signs that move a cursor or ring a bell are no letters. */
export const linesOf = (text: string): readonly string[] =>
  text.split(/\r?\n/).map((line) => line.replace(/\p{Cc}/gu, ' '));

/** The name of the largest font in which all lines of a text fit into so many pixels; the smallest font if none does. */
export function fittingFont(text: string, { width, height }: Size): string {
  const lines = linesOf(text);
  const longest = lines.reduce((most, line) => Math.max(most, lettersIn(line)), 1);
  return fontFor(Math.floor(height / lines.length), Math.floor(width / longest));
}

/** A surface would fit each line by itself. */
function fontStyle(text: string, size: Size, font: string | undefined): { font?: string } {
  if (font === 'fit') return { font: fittingFont(text, size) };
  return font === undefined ? {} : { font };
}

function paintGround(surface: Surface, { color = WHITE, background, inverted = false }: TextStyle): void {
  const { width, height } = surface;
  if (surface.cell === 'pixel') {
    const ground = inverted ? color : background;
    if (ground !== undefined) surface.fill({ x: 0, y: 0, width, height }, ground);
  } else if (inverted) {
    for (let y = 0; y < height; y++) surface.text({ x: 0, y }, ' '.repeat(width), { inverted });
  }
}

/** The letters of a line that show; those behind the edge are left away, as a text may be very long. */
function visible(line: string, surface: Surface, style: TextStyle, offset: number): string {
  if (surface.measure(line, style).width <= surface.width) return line;
  return marqueeText(line, Math.ceil(surface.width / surface.measure(' ', style).width), offset);
}
