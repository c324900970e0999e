import { characterDisplay } from '@lcdflow/core';
import { type TextDriver, textPanel } from './text-panel.ts';

const drawnOnce = new Set<number>();

/** One bug each, in an otherwise good driver of letters. */
export const TEXT_BUGS: Readonly<Record<string, TextDriver>> = {
  'slots mixed up': { panel: { define: (slot, rows) => textPanel.define(slot ^ 1, rows) } },
  'glyphs upside down': { panel: { define: (slot, rows) => textPanel.define(slot, rows.toReversed()) } },
  'glyphs mirrored': {
    panel: {
      define: (slot, rows) =>
        textPanel.define(
          slot,
          rows.map((row) => mirrored(row)),
        ),
    },
  },
  'one slot short': { panel: { slots: textPanel.slots.slice(0, 7) } },
  'the wrong ROM': {
    panel: { rom: { ...textPanel.rom, code: (codePoint) => (codePoint > 0xff ? undefined : codePoint) } },
  },
  'defining moves the cursor': { panel: { definingKeepsCursor: true } },
  'the cursor goes to the next line': {
    panel: { cursorAfter: ({ x, y }) => (x === 15 ? { x: 0, y: y + 1 } : { x: x + 1, y }) },
  },
  'glyphs drawn the first time only': {
    panel: {
      define: (slot, rows) => (drawnOnce.has(slot) ? [] : drawnOnce.add(slot) && textPanel.define(slot, rows)),
    },
  },
  'glyphs drawn every time': {
    display: ({ queue, encode }) => ({
      encode: encode!,
      write: (frame, area) => characterDisplay(textPanel, queue!.send).write(frame, area),
    }),
  },
  'frames not encoded': { display: () => ({ encode: (frame) => frame }) },
  'moves that cost more than is said': { panel: { moveCost: 0 } },
  'moves that cost less than is said': { panel: { moveCost: 15 } },
};

const mirrored = (row: number): number =>
  Number.parseInt(row.toString(2).padStart(5, '0').split('').reverse().join(''), 2);
