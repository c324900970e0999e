import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WHITE } from '../color.ts';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import { fillInk, lineColor } from './fill-ink.ts';

const RED = 0xff_00_00;
const size = { width: 40, height: 20 };

test('lines are ink on a mono panel, and black where they are black', () => {
  const on = (colors: number) => surfaceOf(blankFrame({ width: 1, height: 1 }), 'pixel', '6x8', colors);
  expect([lineColor(on(2), 0x00_80_00), lineColor(on(2), 0)]).toEqual([0xff_ff_ff, 0]);
  expect(lineColor(on(65536), 0x00_80_00)).toBe(0x00_80_00);
});

test('a mono panel gets ink, a coloured one the colour, characters full blocks', () => {
  const cellsOf = (cell: 'pixel' | 'character', colors: number): readonly number[] => {
    const frame = blankFrame({ width: 4, height: 1 });
    fillInk(surfaceOf(frame, cell, undefined, colors), { x: 1, y: 0, width: 2, height: 1 }, RED);
    return [...frame.cells];
  };
  expect(cellsOf('pixel', 2)).toEqual([0, WHITE, WHITE, 0]);
  expect(cellsOf('pixel', 65536)).toEqual([0, RED, RED, 0]);
  expect(cellsOf('character', 2)).toEqual([0, 0x2588, 0x2588, 0]);
});

test('any area is filled as a plain fill would, in any font', () => {
  const side = fc.integer({ min: -30, max: 60 });
  const area = fc.record({ x: side, y: side, width: side, height: side });
  fc.assert(
    fc.property(area, fc.constantFrom('4x6', '6x8', '32x64'), (place, font) => {
      const [inked, filled] = [blankFrame(size), blankFrame(size)];
      fillInk(surfaceOf(inked, 'pixel', font), place, RED);
      surfaceOf(filled, 'pixel', font).fill(place, RED);
      expect(inked.cells).toEqual(filled.cells);
    }),
  );
});

test('endless areas and places that are no numbers are no matter', () => {
  for (const bad of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 1e30]) {
    const frame = blankFrame(size);
    fillInk(surfaceOf(frame, 'pixel'), { x: bad, y: 0, width: 5, height: 5 }, RED);
    fillInk(surfaceOf(frame, 'pixel'), { x: 0, y: 0, width: bad, height: 5 }, RED);
  }
});
