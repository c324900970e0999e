import { BLACK } from './color.ts';
import { INVERTED } from './frame.ts';
import type { FrameWindow } from './frame-window.ts';
import { lettersIn } from './letters-in.ts';
import type { CellKind, Frame, Point, Rect, Size, Surface, TextStyle } from './types.ts';

const BLANK = 0x20;
const FULL_BLOCK = 0x2588;

/** Paints letters. */
export class CharacterSurface implements Surface {
  readonly cell: CellKind = 'character';
  readonly letter: Size = { width: 1, height: 1 };
  readonly width: number;
  readonly height: number;
  readonly #window: FrameWindow;

  constructor(window: FrameWindow) {
    this.#window = window;
    this.width = window.width;
    this.height = window.height;
  }

  fill(area: Rect, color: number): void {
    this.#window.fill(area, color === BLACK ? BLANK : FULL_BLOCK);
  }

  text(at: Point, text: string, { inverted = false }: TextStyle = {}): Size {
    let x = at.x;
    for (const letter of text) {
      const codePoint = letter.codePointAt(0)!;
      this.#window.fill({ x, y: at.y, width: 1, height: 1 }, inverted ? (codePoint | INVERTED) >>> 0 : codePoint);
      x++;
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
    return new CharacterSurface(this.#window.clip(area));
  }
}
