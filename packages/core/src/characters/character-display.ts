import { concat, defer, ignoreElements, type Observable } from 'rxjs';
import type { Display, Frame, Point, Rect, Size } from '../types.ts';
import type { CharacterRom } from './character-rom.ts';

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
 * Shows frames of code points on a panel with a character ROM: letters that the ROM lacks are drawn as user-defined
 * characters. `send` is subscribed once for each write and completes when the packets have gone.
 */
export function characterDisplay(
  panel: CharacterPanel,
  send: (packets: readonly Uint8Array[]) => Observable<unknown>,
): CharacterDisplay {
  const { width, height, rom, moveCost } = panel;
  const encode = (frame: Frame): Frame => ({
    ...frame,
    cells: frame.cells.map((codePoint) => rom.code(codePoint) ?? rom.code(0x3f) ?? 0x20),
  });
  const write = (frame: Frame, area: Rect): Observable<unknown> =>
    defer(() => {
      const start = area.y * width + area.x;
      const codes = Uint8Array.from(frame.cells.subarray(start, start + area.width));
      return concat(send(panel.show(area, codes, false)).pipe(ignoreElements()));
    });
  return {
    ...{ width, height, cell: 'character', tile: { width, height: 1 }, gap: moveCost },
    ...(panel.widest === undefined ? {} : { widest: panel.widest }),
    ...{ encode, write },
  };
}
