import { defer, finalize, type MonoTypeOperatorFunction, type Observable, tap } from 'rxjs';
import type { Display, Frame, Point, Rect, Size } from '../types.ts';
import type { CharacterRom } from './character-rom.ts';
import { codeOf, type Definition, definitionsFor, frameEncoder } from './encode-letters.ts';

/** What the protocol of a character display can do; `characterDisplay` makes a display of it. */
export interface CharacterPanel extends Size {
  readonly rom: CharacterRom;
  /** The byte that shows each user-defined character, the one of slot 0 first; empty when it has none. */
  readonly slots: readonly number[];
  /** Bytes that one more write costs, such as moving the cursor: as many unchanged letters are sent again instead. */
  readonly moveCost: number;
  /** Letters one write may have; a whole row when left out. */
  readonly widest?: number;
  /** Packets that show bytes of the ROM and of slots from a point on; all are in its row. */
  show(at: Point, codes: Uint8Array, cursorIsThere: boolean): readonly Uint8Array[];
  /** Packets that draw a user-defined character: 8 rows from the top, bit 4 is the left of 5 columns. */
  define(slot: number, rows: Uint8Array): readonly Uint8Array[];
  /** True when defining leaves the cursor where it is. */
  readonly definingKeepsCursor?: boolean;
  /** Where the cursor stands after the letter at a point was shown; unknown when left out or `undefined`. */
  cursorAfter?(at: Point): Point | undefined;
}

/** The part of a display that shows frames of characters. */
export type CharacterDisplay = Pick<
  Display,
  'width' | 'height' | 'cell' | 'tile' | 'widest' | 'gap' | 'encode' | 'write'
>;

/**
 * Shows frames of code points on a panel with a character ROM. Letters that the ROM lacks are drawn as user-defined
 * characters, each of them once; when there are more than the panel has slots, those go without by which the fewest dots
 * change. `send` is subscribed once for each write and completes when the packets have gone. What the panel holds is
 * unknown at first, and again after a write that failed or was given up.
 */
export function characterDisplay(
  panel: CharacterPanel,
  send: (packets: readonly Uint8Array[]) => Observable<unknown>,
): CharacterDisplay {
  const { width, height, rom, slots, moveCost } = panel;
  const memory = new PanelMemory(panel);
  const write = (frame: Frame, { x, y, width: length }: Rect): Observable<unknown> =>
    defer(() => {
      const start = y * width + x;
      const cells = frame.cells.subarray(start, start + length);
      const missing = definitionsFor(frame, cells, slots).filter((definition) => !memory.holds(definition));
      const packets = [
        ...missing.flatMap((definition) => memory.define(definition)),
        ...memory.show({ x, y }, Uint8Array.from(cells, codeOf)),
      ];
      return send(packets).pipe(orElse(() => memory.forget(missing)));
    });
  return {
    ...{ width, height, cell: 'character', tile: { width, height: 1 }, gap: moveCost },
    ...(panel.widest === undefined ? {} : { widest: panel.widest }),
    ...{ encode: frameEncoder(rom, slots), write },
  };
}

/** Acts when a stream ends in any other way than by completing. */
const orElse =
  <T>(act: () => void): MonoTypeOperatorFunction<T> =>
  (stream) =>
    defer(() => {
      let done = false;
      const completed = () => {
        done = true;
      };
      return stream.pipe(
        tap({ complete: completed }),
        finalize(() => {
          if (!done) act();
        }),
      );
    });

/** What the panel holds when all packets so far have gone, as far as it is known. */
class PanelMemory {
  readonly #panel: CharacterPanel;
  readonly #glyphs = new Map<number, Uint8Array>();
  #cursor: Point | undefined;

  constructor(panel: CharacterPanel) {
    this.#panel = panel;
  }

  holds([slot, dots]: Definition): boolean {
    return this.#glyphs.get(slot) === dots;
  }

  define([slot, dots]: Definition): readonly Uint8Array[] {
    this.#glyphs.set(slot, dots);
    if (!this.#panel.definingKeepsCursor) this.#cursor = undefined;
    return this.#panel.define(slot, dots);
  }

  show(at: Point, codes: Uint8Array): readonly Uint8Array[] {
    const isThere = this.#cursor?.x === at.x && this.#cursor.y === at.y;
    this.#cursor = this.#panel.cursorAfter?.({ x: at.x + codes.length - 1, y: at.y });
    return this.#panel.show(at, codes, isThere);
  }

  forget(definitions: readonly Definition[]): void {
    for (const [slot] of definitions) this.#glyphs.delete(slot);
    this.#cursor = undefined;
  }
}
