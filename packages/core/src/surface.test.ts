import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLACK, isInk, WHITE } from './color.ts';
import { blankFrame, INVERTED } from './frame.ts';
import { surfaceOf } from './surface.ts';
import type { Drawable, Frame, Size } from './types.ts';

const pixels = ({ width, cells }: Frame) =>
  Array.from({ length: cells.length / width }, (_, y) =>
    Array.from(cells.subarray(y * width, (y + 1) * width), (cell) => (isInk(cell) ? '#' : '.')).join(''),
  );
const drawn = (size: Size, drawable: Drawable) => {
  const frame = blankFrame(size);
  drawable(surfaceOf(frame, 'pixel', '6x8'));
  return pixels(frame);
};
const letters = (size: Size, drawable: Drawable) => {
  const frame = blankFrame(size, 0x20);
  drawable(surfaceOf(frame, 'character'));
  return Array.from({ length: size.height }, (_, y) =>
    String.fromCodePoint(...frame.cells.subarray(y * size.width, (y + 1) * size.width)),
  );
};

describe('pixel surface', () => {
  test('text', () =>
    expect(drawn({ width: 14, height: 8 }, (surface) => surface.text({ x: 1, y: 0 }, 'Hé'))).toMatchInlineSnapshot(`
      [
        "..#...#..#....",
        "..#...#.#.....",
        "..#...#.......",
        "..#####.##....",
        "..#...##.##...",
        "..#...###.....",
        "..#...#.##....",
        "..............",
      ]
    `));

  test('text with a background, inverted', () =>
    expect(
      drawn({ width: 8, height: 8 }, (surface) => surface.text({ x: 1, y: 0 }, 'H', { inverted: true })),
    ).toMatchInlineSnapshot(`
      [
        ".#.###..",
        ".#.###..",
        ".#.###..",
        ".#......",
        ".#.###..",
        ".#.###..",
        ".#.###..",
        ".######.",
      ]
    `));

  test('text keeps what is behind it unless it has a background', () => {
    const stripes: Drawable = (surface) => {
      surface.fill({ x: 0, y: 0, width: 12, height: 8 }, WHITE);
      surface.text({ x: 0, y: 0 }, ' ');
      surface.text({ x: 6, y: 0 }, ' ', { background: BLACK });
    };
    expect(drawn({ width: 12, height: 8 }, stripes)).toEqual(Array(8).fill('######......'));
  });

  test('everything outside is dropped', () =>
    expect(
      drawn({ width: 6, height: 4 }, (surface) => {
        const part = surface.clip({ x: 2, y: 1, width: 2, height: 2 });
        part.fill({ x: -10, y: -10, width: 100, height: 100 }, WHITE);
        part.text({ x: -3, y: -3 }, 'MMMM');
      }),
    ).toEqual(['......', '..##..', '..##..', '......']));

  test('blit', () =>
    expect(
      drawn({ width: 5, height: 3 }, (surface) => {
        const picture = { width: 3, height: 2, cells: Uint32Array.of(WHITE, 0, WHITE, 0, WHITE, 0) };
        surface.blit({ x: -1, y: 0 }, picture);
        surface.clip({ x: 2, y: 1, width: 2, height: 2 }).blit({ x: 0, y: 0 }, picture);
      }),
    ).toEqual(['.#...', '#.#..', '...#.']));

  test('fit takes the largest font that fits the place', () => {
    const surface = surfaceOf(blankFrame({ width: 256, height: 64 }), 'pixel');
    expect(surface.measure('12:34', { font: 'fit' })).toEqual({ width: 160, height: 64 });
    expect(surface.measure('a long line of words here', { font: 'fit' })).toEqual({ width: 250, height: 20 });
    expect(surface.letter).toEqual({ width: 6, height: 8 });
  });
});

describe('character surface', () => {
  test('text, fill, clip', () =>
    expect(
      letters({ width: 6, height: 3 }, (surface) => {
        surface.fill({ x: 0, y: 0, width: 6, height: 3 }, WHITE);
        surface.fill({ x: 1, y: 1, width: 4, height: 1 }, BLACK);
        surface.clip({ x: 2, y: 1, width: 3, height: 1 }).text({ x: -1, y: 0 }, 'häß€!');
      }),
    ).toEqual(['██████', '█ äß€█', '██████']));

  test('inverted letters are marked', () => {
    const frame = blankFrame({ width: 2, height: 1 }, 0x20);
    surfaceOf(frame, 'character').text({ x: 0, y: 0 }, 'A', { inverted: true });
    expect([...frame.cells]).toEqual([(INVERTED | 0x41) >>> 0, 0x20]);
  });
});

test.each(['pixel', 'character'] as const)(
  'random drawing on %s cells never throws and never leaves its clip',
  (cell) =>
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: -9, max: 9 }),
          y: fc.integer({ min: -9, max: 9 }),
          width: fc.nat(9),
          height: fc.nat(9),
        }),
        fc.double(),
        fc.double(),
        fc.string({ unit: 'binary' }),
        (clip, x, y, text) => {
          const frame = blankFrame({ width: 8, height: 8 }, 7);
          const surface = surfaceOf(frame, cell, '4x6').clip(clip);
          surface.text({ x, y }, text, { background: 3 });
          surface.fill({ x, y, width: y, height: x }, 5);
          surface.blit({ x, y }, { width: 2, height: 1, cells: Uint32Array.of(9, 9) });
          frame.cells.forEach((value, index) => {
            const column = index % 8;
            const row = Math.floor(index / 8);
            const inside =
              column >= clip.x && column < clip.x + clip.width && row >= clip.y && row < clip.y + clip.height;
            if (!inside) expect(value).toBe(7);
          });
        },
      ),
      { examples: [[{ x: 0, y: 0, width: 0, height: 1 }, Number.POSITIVE_INFINITY, 0, '']] },
    ),
);

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300])(
  'a place at %d is outside',
  (far) => {
    const frame = blankFrame({ width: 8, height: 8 }, 7);
    for (const at of [
      { x: far, y: 0 },
      { x: 0, y: far },
      { x: far, y: far },
    ]) {
      const surface = surfaceOf(frame, 'pixel', '4x6');
      surface.text(at, 'far', { background: 3 });
      surface.fill({ ...at, width: 2, height: 2 }, 5);
      surface.blit(at, { width: 2, height: 1, cells: Uint32Array.of(9, 9) });
    }
    expect(frame).toEqual(blankFrame({ width: 8, height: 8 }, 7));
  },
);
