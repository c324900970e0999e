import { blankFrame, type CellKind, copyArea, type Display, type KeyEvent, type Rect, type Size } from '@lcdflow/core';
import { defer, map, merge, mergeMap, type Observable } from 'rxjs';
import { BRAILLE, braille } from './braille.ts';
import type { Glyphs } from './glyphs.ts';
import { HALF_BLOCK, halfBlocks } from './half-blocks.ts';
import { decodeKeys } from './keys.ts';
import { LETTER, letters } from './letters.ts';
import { encodePacket } from './packet.ts';
import type { Screen } from './screen.ts';

/** How pixels are shown: as half blocks where the terminal has a column for each, or else as braille. */
export type GlyphChoice = 'auto' | 'half' | 'braille';

/** A glass to show in the terminal. */
export interface Glass extends Size {
  /** Stands above it. */
  readonly title: string;
  readonly cell: CellKind;
  /** `auto` when left out; chosen when the display is opened. Means nothing where cells are characters. */
  readonly glyphs?: GlyphChoice;
}

/** Unchanged terminal cells in a row that are cheaper than a packet, a cursor movement and a change of colours. */
const GAP_COLUMNS = 16;

function glyphsOf({ cell, width, glyphs = 'auto' }: Glass, columns = width): Glyphs {
  if (cell === 'character') return { cell: LETTER, encode: letters };
  const wide = glyphs === 'half' || (glyphs === 'auto' && width <= columns);
  return wide ? { cell: HALF_BLOCK, encode: halfBlocks } : { cell: BRAILLE, encode: braille };
}

const typedKeys = (bytes: Uint8Array): readonly KeyEvent[] =>
  decodeKeys(bytes).flatMap((key) => [
    { key, pressed: true },
    { key, pressed: false },
  ]);

/**
 * Opens a display in the terminal for frames of any colours. Subscribing opens its region, unsubscribing closes it.
 * A key goes down and up again at once: a terminal does not tell when one is released.
 */
export function glassDisplay(glass: Glass, screen: Pick<Screen, 'columns' | 'connect'>): Observable<Display> {
  return defer(() => {
    const glyphs = glyphsOf(glass, screen.columns);
    const { title, cell, width, height } = glass;
    const rows = Math.ceil(height / glyphs.cell.height);
    const columns = Math.ceil(width / glyphs.cell.width);
    return screen.connect({ title, rows, columns }).pipe(
      map((transport): Display => {
        // A terminal cell shows several pixels: those outside the written area must stay what they were.
        const shown = blankFrame(glass, cell === 'character' ? 0x20 : 0);
        return {
          width,
          height,
          cell,
          tile: { width, height: glyphs.cell.height },
          gap: GAP_COLUMNS * glyphs.cell.width,
          ahead: rows,
          write: (frame, area: Rect) =>
            defer(() => {
              copyArea(frame, shown, area);
              return merge(...glyphs.encode(shown, area).map((row) => transport.submit(encodePacket(row))));
            }),
          keys: transport.incoming.pipe(mergeMap(typedKeys)),
        };
      }),
    );
  });
}
