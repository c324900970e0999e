import { BLACK } from './color.ts';
import { INVERTED, TAIL } from './frame.ts';
import type { FrameWindow } from './frame-window.ts';
import { columnsOf } from './text/columns.ts';
import { graphemes } from './text/graphemes.ts';
import { lettersIn } from './text/letters-in.ts';
import { visualOrder } from './text/visual-order.ts';
import type { CellKind, Frame, Ink, Point, Rect, Size, Surface, TextStyle } from './types.ts';

const BLANK = 0x20;
const FULL_BLOCK = 0x2588;

/** Paints letters. */
export class CharacterSurface implements Surface {
  readonly cell: CellKind = 'character';
  readonly letter: Size = { width: 1, height: 1 };
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly #window: FrameWindow;

  constructor(window: FrameWindow, ink: Ink = 'light') {
    this.#window = window;
    this.ink = ink;
    this.width = window.width;
    this.height = window.height;
  }

  fill(area: Rect, color: number): void {
    this.#window.fill(area, color === BLACK ? BLANK : FULL_BLOCK);
  }

  text(at: Point, text: string, { inverted = false }: TextStyle = {}): Size {
    let x = at.x;
    for (const letter of visualOrder(graphemes(text))) {
      const width = columnsOf(letter);
      const codePoint = letter.codePointAt(0)!;
      const cell = inverted ? (codePoint | INVERTED) >>> 0 : codePoint;
      this.#letter({ x, y: at.y }, cell, width);
      x += width;
    }
    return { width: x - at.x, height: 1 };
  }

  measure(text: string): Size {
    return { width: lettersIn(text), height: 1 };
  }

  blit(at: Point, picture: Frame): void {
    this.#window.blit(at, picture);
  }

  clip(area: Rect): Surface {
    return new CharacterSurface(this.#window.clip(area), this.ink);
  }

  /** A wide letter of which half is outside leaves a blank. */
  #letter({ x, y }: Point, cell: number, width: number): void {
    const place = { x, y, width, height: 1 };
    const isWhole = width === 1 || this.#window.visible(place).width === width;
    this.#window.fill(place, isWhole ? cell : BLANK);
    if (isWhole && width > 1) this.#window.fill({ x: x + 1, y, width: 1, height: 1 }, TAIL);
  }
}
