import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankFrame, intersection } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import type { CellKind, Drawable, Rect } from '../types.ts';
import { bar } from './bar.ts';
import { graph } from './graph.ts';
import { label } from './label.ts';
import { stack } from './stack.ts';

const MARKER = 0x123456;
const CANVAS = { width: 48, height: 40 };

const numbers = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30, -1e30, -0, 0, 0.5, 1),
  fc.double(),
);
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const labels = fc
  .tuple(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('one\ntwo\r\nthree'), fc.constant('\ud800\t')),
    optional({
      align: fc.constantFrom('left', 'center', 'right'),
      vertical: fc.constantFrom('top', 'middle', 'bottom'),
      font: fc.constantFrom('fit', '5x7', '32x64', 'no such font'),
      color: fc.nat(0xffffff),
      background: fc.nat(0xffffff),
      inverted: fc.boolean(),
      offset: numbers,
    }),
  )
  .map(([text, options]) => label(text, options as never));
const bars = fc
  .tuple(maybe(numbers), fc.constantFrom('right', 'left', 'up', 'down'), fc.boolean())
  .map(([fraction, direction, frame]) => bar({ fraction, direction, frame }));
const graphs = fc
  .tuple(fc.array(maybe(numbers), { maxLength: 80 }), fc.constantFrom('filled', 'line'))
  .map(([fractions, style]) => graph({ fractions, style }));
const drawables: fc.Arbitrary<Drawable> = fc.oneof(
  labels,
  bars,
  graphs,
  fc.tuple(labels, bars).map((all) => stack(...all)),
);
const places: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -20, max: 40 }),
  y: fc.integer({ min: -20, max: 30 }),
  width: fc.integer({ min: 0, max: 40 }),
  height: fc.integer({ min: 0, max: 40 }),
});

const holds = ({ x, y, width, height }: Rect, index: number): boolean => {
  const [column, row] = [index % CANVAS.width, Math.floor(index / CANVAS.width)];
  return column >= x && column < x + width && row >= y && row < y + height;
};

test('any drawable with any numbers in any place paints inside that place only', () => {
  fc.assert(
    fc.property(drawables, places, fc.constantFrom<CellKind>('pixel', 'character'), (drawable, place, cell) => {
      const frame = blankFrame(CANVAS, MARKER);
      drawable(surfaceOf(frame, cell, '6x8').clip(place));
      const inside = intersection(place, { x: 0, y: 0, ...CANVAS });
      const strays = [...frame.cells.keys()].filter((index) => frame.cells[index] !== MARKER && !holds(inside, index));
      expect(strays).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a drawable paints the same every time', () => {
  fc.assert(
    fc.property(drawables, fc.constantFrom<CellKind>('pixel', 'character'), (drawable, cell) => {
      const [first, second] = [blankFrame(CANVAS), blankFrame(CANVAS)];
      drawable(surfaceOf(first, cell));
      drawable(surfaceOf(second, cell));
      expect(second).toEqual(first);
    }),
  );
});
