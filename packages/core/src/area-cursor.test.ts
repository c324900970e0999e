import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCursor } from './area-cursor.ts';
import { blankFrame, copyArea } from './frame.ts';
import type { Frame, Rect } from './types.ts';

const frameOf = (...rows: string[]): Frame => ({
  width: rows[0]!.length,
  height: rows.length,
  cells: Uint32Array.from(rows.join(''), (letter) => letter.charCodeAt(0)),
});

function allAreas(grid: Parameters<typeof areaCursor>[0], glass: Frame, newest: Frame): readonly Rect[] {
  const next = areaCursor(grid);
  const areas: Rect[] = [];
  for (let area = next(glass, newest); area !== undefined; area = next(glass, newest)) {
    copyArea(newest, glass, area);
    areas.push(area);
  }
  return areas;
}

describe('areaCursor', () => {
  const size = { width: 12, height: 2 };
  const glass = () => frameOf('............', '............');
  const newest = frameOf('.x...x......', '..........x.');

  test.each([
    ['one write when the gap is endless', { ...size }, [{ x: 1, y: 0, width: 10, height: 2 }]],
    [
      'bridges gaps up to `gap`',
      { ...size, gap: 3 },
      [
        { x: 1, y: 0, width: 5, height: 1 },
        { x: 10, y: 1, width: 1, height: 1 },
      ],
    ],
    [
      'no gap',
      { ...size, gap: 0 },
      [
        { x: 1, y: 0, width: 1, height: 1 },
        { x: 5, y: 0, width: 1, height: 1 },
        { x: 10, y: 1, width: 1, height: 1 },
      ],
    ],
    [
      'never wider than `widest`',
      { ...size, widest: 5 },
      [
        { x: 1, y: 0, width: 5, height: 1 },
        { x: 10, y: 1, width: 1, height: 1 },
      ],
    ],
    [
      'stays inside tiles',
      { ...size, tile: { width: 4, height: 1 } },
      [
        { x: 1, y: 0, width: 1, height: 1 },
        { x: 5, y: 0, width: 1, height: 1 },
        { x: 10, y: 1, width: 1, height: 1 },
      ],
    ],
  ])('%s', (_, grid, areas) => expect(allAreas(grid, glass(), newest)).toEqual(areas));

  test('goes on behind the last area, not at the start', () => {
    const next = areaCursor({ width: 3, height: 1, tile: { width: 1, height: 1 } });
    const shown = frameOf('...');
    const xs = [frameOf('1..'), frameOf('2x.'), frameOf('3x.')].map((frame) => {
      const area = next(shown, frame)!;
      copyArea(frame, shown, area);
      return area.x;
    });
    expect(xs).toEqual([0, 1, 0]);
  });

  test('a display without cells has no areas', () =>
    expect(
      areaCursor({ width: 0, height: 4 })(blankFrame({ width: 0, height: 4 }), blankFrame({ width: 0, height: 4 })),
    ).toBeUndefined());

  test('random frames and grids: all that differs is covered, inside one tile, no wider than allowed', () =>
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 1, max: 20 }),
          height: fc.integer({ min: 1, max: 9 }),
          tile: fc.record({ width: fc.integer({ min: 1, max: 20 }), height: fc.integer({ min: 1, max: 9 }) }),
          gap: fc.nat(6),
          widest: fc.integer({ min: 1, max: 20 }),
        }),
        fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 180, maxLength: 180 }),
        (grid, cells) => {
          const shown = blankFrame(grid);
          const frame = { ...grid, cells: Uint32Array.from(cells.slice(0, grid.width * grid.height)) };
          for (const { x, y, width, height } of allAreas(grid, shown, frame)) {
            expect(width).toBeLessThanOrEqual(grid.widest);
            expect(width * height).toBeGreaterThan(0);
            expect(Math.floor(x / grid.tile.width)).toBe(Math.floor((x + width - 1) / grid.tile.width));
            expect(Math.floor(y / grid.tile.height)).toBe(Math.floor((y + height - 1) / grid.tile.height));
          }
          expect(shown.cells).toEqual(frame.cells);
        },
      ),
    ));
});
