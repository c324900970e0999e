import { BLACK, WHITE } from './color.ts';
import { fontFor } from './fonts/catalog.ts';
import type { GraphemeGlyph } from './fonts/drawn.ts';
import type { Font } from './fonts/font.ts';
import { type AskLast, graphemeGlyph } from './fonts/grapheme-glyph.ts';
import { intersection } from './frame.ts';
import type { FrameWindow } from './frame-window.ts';
import { isDot, letterShades, shadeOf } from './shade.ts';
import { graphemes } from './text/graphemes.ts';
import { lettersIn } from './text/letters-in.ts';
import { visualOrder } from './text/visual-order.ts';
import type { CellKind, Frame, Ink, Point, Rect, Size, Surface, TextStyle } from './types.ts';

interface Colors {
  readonly ink: number;
  readonly paper: number | undefined;
}

function colorsOf({ color = WHITE, background, inverted = false }: TextStyle): Colors {
  return inverted ? { ink: background ?? BLACK, paper: color } : { ink: color, paper: background };
}

function monoColors({ ink, paper }: Colors): Colors {
  const [isInk, isPaper] = letterShades(ink, paper);
  const shown = (is: boolean): number => (is ? WHITE : BLACK);
  return { ink: shown(isInk), paper: paper === undefined ? undefined : shown(isPaper) };
}

/** Every stroke a pixel wider to the right, as far as the cell goes. */
function bold(glyph: GraphemeGlyph): GraphemeGlyph {
  const { width } = glyph;
  if ('rows' in glyph) return { width, rows: glyph.rows.map((row) => row | (row >>> 1)) };
  const wider = (covered: number, at: number, all: Uint8Array): number =>
    at % width === 0 ? covered : Math.max(covered, all[at - 1]!);
  return { width, coverage: glyph.coverage.map(wider) };
}

/** The least coverage that is ink on a panel of two colours, when a font does not say. */
const THRESHOLD = 128;

/** A colour over another, from none of it (0) to all of it (255). */
function blended(below: number, above: number, covered: number): number {
  if (covered === 0) return below;
  if (covered === 255) return above;
  let color = 0;
  for (const shift of [16, 8, 0]) {
    const [from, to] = [(below >> shift) & 0xff, (above >> shift) & 0xff];
    color |= Math.round(from + ((to - from) * covered) / 255) << shift;
  }
  return color;
}

/** What the pixels can show. */
interface Glass {
  readonly mono: boolean;
  readonly ink?: Ink | undefined;
}

/** Where a surface gets its letters from. */
interface Letters {
  fontOf(name: string): Font | undefined;
  readonly last: AskLast | undefined;
}

/** The row of a font's letters that underlines them: one below the baseline, or the last one. */
const underlineOf = ({ ascent, height }: Font): number => Math.min(ascent + 1, height - 1);

/** Paints on pixels. On a mono panel areas in a colour are patterns of dots, and letters are ink or cut out of it. */
export class PixelSurface implements Surface {
  readonly cell: CellKind = 'pixel';
  readonly width: number;
  readonly height: number;
  readonly letter: Size;
  readonly mono: boolean;
  readonly ink: Ink;
  readonly #window: FrameWindow;
  readonly #font: Font;
  readonly #letters: Letters;

  constructor(window: FrameWindow, font: Font, { mono, ink = 'light' }: Glass, letters: Letters) {
    this.#window = window;
    this.#font = font;
    this.mono = mono;
    this.ink = ink;
    this.#letters = letters;
    this.width = window.width;
    this.height = window.height;
    this.letter = { width: font.width, height: font.height };
  }

  fill(area: Rect, color: number): void {
    const shade = this.mono ? shadeOf(color) : undefined;
    if (shade === undefined || shade === 0) this.#window.fill(area, color);
    else if (shade === 4) this.#window.fill(area, WHITE);
    else this.#window.pattern(area, (x, y) => isDot(x, y, shade), WHITE, BLACK);
  }

  text(at: Point, text: string, style: TextStyle = {}): Size {
    const font = this.#fontOf(text, style.font);
    const colors = this.mono ? monoColors(colorsOf(style)) : colorsOf(style);
    const left = Math.round(at.x) + this.#window.origin.x;
    const y = Math.round(at.y) + this.#window.origin.y;
    let x = left;
    for (const letter of visualOrder(graphemes(text))) {
      const glyph = graphemeGlyph(font, letter, this.#letters.last);
      this.#glyph(style.bold ? bold(glyph) : glyph, { x, y, width: glyph.width, height: font.height }, colors, font);
      x += glyph.width;
    }
    if (style.underlined) this.#line({ x: left, y: y + underlineOf(font), width: x - left, height: 1 }, colors.ink);
    return { width: x - left, height: font.height };
  }

  measure(text: string, style: TextStyle = {}): Size {
    const font = this.#fontOf(text, style.font);
    const { width, height } = font;
    if (!font.proportional) return { width: lettersIn(text) * width, height };
    return { width: graphemes(text).reduce((sum, letter) => sum + graphemeGlyph(font, letter).width, 0), height };
  }

  blit(at: Point, picture: Frame): void {
    this.#window.blit(at, picture);
  }

  clip(area: Rect): Surface {
    return new PixelSurface(this.#window.clip(area), this.#font, this, this.#letters);
  }

  #fontOf(text: string, name: string | undefined): Font {
    if (name === undefined) return this.#font;
    if (name !== 'fit') return this.#letters.fontOf(name) ?? this.#font;
    return this.#letters.fontOf(fontFor(this.height, Math.floor(this.width / Math.max(1, lettersIn(text)))))!;
  }

  #line(area: Rect, color: number): void {
    const { x, y } = this.#window.origin;
    this.#window.fill({ ...area, x: area.x - x, y: area.y - y }, color);
  }

  #glyph(glyph: GraphemeGlyph, place: Rect, colors: Colors, { threshold = THRESHOLD }: Font): void {
    if ('rows' in glyph) this.#rows(glyph.rows, place, colors);
    else this.#mask(glyph.coverage, place, colors, threshold);
  }

  /** Edges are blended with what is below them; on two colours a pixel is ink or it is not. */
  #mask(coverage: Uint8Array, place: Rect, { ink, paper }: Colors, threshold: number): void {
    const { frame, bounds } = this.#window;
    const { x, y, width, height } = intersection(place, bounds);
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) {
        const covered = coverage[(row - place.y) * place.width + column - place.x]!;
        const index = row * frame.width + column;
        const below = paper ?? frame.cells[index]!;
        frame.cells[index] = this.mono ? (covered >= threshold ? ink : below) : blended(below, ink, covered);
      }
  }

  #rows(rows: Uint32Array, place: Rect, { ink, paper }: Colors): void {
    const { frame, bounds } = this.#window;
    const { x, y, width, height } = intersection(place, bounds);
    for (let row = y; row < y + height; row++) {
      const bits = rows[row - place.y]!;
      if (bits === 0 && paper === undefined) continue;
      const start = row * frame.width;
      for (let column = x; column < x + width; column++) {
        if ((bits >>> (place.width - 1 - (column - place.x))) & 1) frame.cells[start + column] = ink;
        else if (paper !== undefined) frame.cells[start + column] = paper;
      }
    }
  }
}
