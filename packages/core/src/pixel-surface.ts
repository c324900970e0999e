import { BLACK, WHITE } from './color.ts';
import { fontFor, fontNamed } from './fonts/catalog.ts';
import type { Font } from './fonts/font.ts';
import { graphemeGlyph } from './fonts/grapheme-glyph.ts';
import { intersection } from './frame.ts';
import type { FrameWindow } from './frame-window.ts';
import { isDot, letterShades, shadeOf } from './shade.ts';
import { graphemes } from './text/graphemes.ts';
import { lettersIn } from './text/letters-in.ts';
import { visualOrder } from './text/visual-order.ts';
import type { CellKind, Frame, Point, Rect, Size, Surface, TextStyle } from './types.ts';

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
const bold = (rows: Uint32Array): Uint32Array => rows.map((row) => row | (row >>> 1));

/** The row of a font's letters that underlines them: one below the baseline, or the last one. */
const underlineOf = ({ ascent, height }: Font): number => Math.min(ascent + 1, height - 1);

/** Paints on pixels. On a mono panel areas in a colour are patterns of dots, and letters are ink or cut out of it. */
export class PixelSurface implements Surface {
  readonly cell: CellKind = 'pixel';
  readonly width: number;
  readonly height: number;
  readonly letter: Size;
  readonly mono: boolean;
  readonly #window: FrameWindow;
  readonly #font: Font;

  constructor(window: FrameWindow, font: Font, mono: boolean) {
    this.#window = window;
    this.#font = font;
    this.mono = mono;
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
      const { rows, width } = graphemeGlyph(font, letter);
      this.#glyph(style.bold ? bold(rows) : rows, { x, y, width, height: font.height }, colors);
      x += width;
    }
    if (style.underlined) this.#line({ x: left, y: y + underlineOf(font), width: x - left, height: 1 }, colors.ink);
    return { width: x - left, height: font.height };
  }

  measure(text: string, style: TextStyle = {}): Size {
    const { width, height } = this.#fontOf(text, style.font);
    return { width: lettersIn(text) * width, height };
  }

  blit(at: Point, picture: Frame): void {
    this.#window.blit(at, picture);
  }

  clip(area: Rect): Surface {
    return new PixelSurface(this.#window.clip(area), this.#font, this.mono);
  }

  #fontOf(text: string, name: string | undefined): Font {
    if (name === undefined) return this.#font;
    if (name !== 'fit') return fontNamed(name) ?? this.#font;
    return fontNamed(fontFor(this.height, Math.floor(this.width / Math.max(1, lettersIn(text)))))!;
  }

  #line(area: Rect, color: number): void {
    const { x, y } = this.#window.origin;
    this.#window.fill({ ...area, x: area.x - x, y: area.y - y }, color);
  }

  #glyph(rows: Uint32Array, place: Rect, { ink, paper }: Colors): void {
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
