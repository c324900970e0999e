import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterDots } from './dot-matrix.ts';
import { distance } from './dots.ts';
import { mergeGlyphs, type WantedGlyph } from './glyph-merging.ts';
import type { Glyph } from './panel-letters.ts';

const BLANK = 0x20;
const shape = (letter: string): Glyph => {
  const dots = letterDots(letter.codePointAt(0)!);
  const error = distance(dots, new Uint8Array(8));
  return { dots, kind: 'shape', instead: { code: BLANK, error } };
};
const wanted = (glyph: Glyph, cells = 1, placed = false): WantedGlyph => ({ glyph, cells, placed });
const BLOCKS = Array.from('▁▂▃▄▅▆▇▏▍▌▊▐▀▖▗▘▝▚▞▙▛▜▟─│┌┐└┘', shape);

test('as long as there is room nothing is merged', () => {
  expect(
    mergeGlyphs(
      BLOCKS.slice(0, 8).map((glyph) => wanted(glyph)),
      8,
    ).size,
  ).toBe(0);
});

test('what is left of the room is full, and what was merged is shown as the nearest of what is there', () => {
  const some = fc.shuffledSubarray(BLOCKS, { minLength: 1 });
  const frame = some.chain((glyphs) =>
    fc.tuple(...glyphs.map((glyph) => fc.integer({ min: 1, max: 20 }).map((cells) => wanted(glyph, cells)))),
  );
  fc.assert(
    fc.property(frame, fc.integer({ min: 0, max: 8 }), (all, room) => {
      const merged = mergeGlyphs(all, room);
      const kept = all.map(({ glyph }) => glyph).filter((glyph) => !merged.has(glyph));
      expect(kept.length).toBe(Math.min(room, all.length));
      for (const [glyph, by] of merged) {
        const error = typeof by === 'number' ? glyph.instead.error : distance(glyph.dots, by.dots);
        const best = Math.min(glyph.instead.error, ...kept.map((other) => distance(glyph.dots, other.dots)));
        expect(error).toBe(best);
      }
    }),
  );
});

test('of two that are equally dispensable the one goes that is not on the panel yet, else the later one', () => {
  const [one, other, third] = ['▗', '▝', '▘'].map(shape) as [Glyph, Glyph, Glyph];
  const gone = (...all: WantedGlyph[]) => [...mergeGlyphs(all, all.length - 1).keys()];
  expect(gone(wanted(one), wanted(other), wanted(third, 9))).toEqual([other]);
  expect(gone(wanted(one), wanted(other, 1, true), wanted(third, 9))).toEqual([one]);
});

test('a glyph that others are shown as is missed by their cells, too', () => {
  // ▃ becomes ▂. Blank instead of both would be 10 dots more each; instead of ▐ it is 16.
  const [two, three, half] = ['▂', '▃', '▐'].map(shape) as [Glyph, Glyph, Glyph];
  const merged = mergeGlyphs([wanted(two), wanted(three), wanted(half)], 1);
  expect([...merged]).toEqual([
    [three, two],
    [half, BLANK],
  ]);
});

test('inverted letters go first, however many there are', () => {
  const inverted: Glyph = { ...shape('▞'), kind: 'inverted', instead: { code: 0x41, error: 1 } };
  const merged = mergeGlyphs([wanted(inverted, 80, true), wanted(shape('▁'))], 1);
  expect([...merged]).toEqual([[inverted, 0x41]]);
});
