import {
  blankFrame,
  type CellKind,
  layout,
  lengthOf,
  type PageNode,
  type Rect,
  type Room,
  type Size,
  surfaceOf,
} from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { type Border, borderPicture } from './border-picture.ts';
import { frame } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const picture = (proof: WidgetProof, options: object): string =>
  shotsOf(renderWidget(frame, options, proof), 0).at(-1)!.picture;

const BORDERS: readonly Border[] = ['single', 'double', 'rounded', 'thick'];
const LOOKS: readonly object[] = [
  ...BORDERS.map((border) => ({ border })),
  ...BORDERS.map((border) => ({ border, title: 'CPU', color: 'gray', titleColor: 'lime' })),
  { title: 'Memory', align: 'center' },
  { title: 'Memory', align: 'right' },
];
const films = (proof: WidgetProof): string => LOOKS.map((look) => picture(proof, look)).join('\n');

test('on 20 x 2 and 20 x 4 characters', () => {
  matchesGolden(golden('20x2.txt'), films({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('20x4.txt'), films({ width: 20, height: 4, cell: 'character' }));
});

test('on places of a mono panel of 256 x 64', () => {
  matchesGolden(golden('256x64.txt'), films({ width: 96, height: 32, cell: 'pixel', colors: 2 }));
});

test('on places of a colour panel of 480 x 320', () => {
  matchesGolden(golden('480x320.txt'), films({ width: 110, height: 36, cell: 'pixel', colors: 65536, font: '8x16' }));
});

test('a title that is too long is cut off, when what is beside it has given way, and one without room left away', () => {
  const place = { width: 9, height: 3, cell: 'character' } as const;
  expect(picture(place, { title: 'Tempe' })).toBe('|┌ Tempe ┐|\n|│       │|\n|└───────┘|\n');
  expect(picture(place, { title: 'Temper' })).toBe('|┌Temper─┐|\n|│       │|\n|└───────┘|\n');
  expect(picture(place, { title: 'Temperature' })).toBe('|┌Tempera┐|\n|│       │|\n|└───────┘|\n');
  expect(picture({ ...place, width: 4 }, { title: 'CPU' })).toBe('|┌CP┐|\n|│  │|\n|└──┘|\n');
  expect(picture({ ...place, width: 2 }, { title: 'CPU' })).toBe('|┌─|\n|│ |\n|└─|\n');
});

test('on 28 pixels CPU stands whole between the corners, and is cut off where even those have no room', () => {
  const upper = (width: number): readonly string[] =>
    picture({ width, height: 16, cell: 'pixel', colors: 2 }, { title: 'CPU' }).split('\n').slice(0, 7);
  expect(upper(28)).toEqual([
    '.......###..####..#...#.....',
    '......#...#.#...#.#...#.....',
    '......#.....#...#.#...#.....',
    '##....#.....####..#...#...##',
    '#.....#.....#.....#...#....#',
    '#.....#...#.#.....#...#....#',
    '#......###..#......###.....#',
  ]);
  expect(upper(16)).toEqual([
    '....###..####...',
    '...#...#.#...#..',
    '...#.....#...#..',
    '##.#.....####.##',
    '#..#.....#.....#',
    '#..#...#.#.....#',
    '#...###..#.....#',
  ]);
  expect(upper(9)[3]).toBe('#########');
});

test('sides that would leave no room inside are left out: first below and on the right', () => {
  const place = { width: 9, height: 2, cell: 'character' } as const;
  expect(picture(place, { title: 'CPU' })).toBe('|┌ CPU ──┐|\n|│       │|\n');
  expect(picture({ ...place, height: 1 }, { title: 'CPU' })).toBe('|│       │|\n');
  expect(picture({ ...place, width: 2 }, {})).toBe('|┌─|\n|│ |\n');
  expect(picture({ ...place, width: 1 }, {})).toBe('|─|\n| |\n');
  expect(picture({ ...place, width: 1, height: 1 }, { title: 'CPU' })).toBe('| |\n');
});

test('a title of 10,000 letters is cut off as well', () => {
  const place = { width: 9, height: 2, cell: 'character' } as const;
  expect(picture(place, { title: 'x'.repeat(10_000) })).toBe('|┌xxxxxxx┐|\n|│       │|\n');
});

test('another title is another picture, the same one is not', () => {
  const values = { '{{ name }}': from(['a', 'a', 'b']) };
  const place = { width: 7, height: 2, cell: 'character', values } as const;
  expect(filmOf(renderWidget(frame, { title: '{{ name }}' }, place), 0)).toBe(
    'at 0 ms\n|┌ a ──┐|\n|│     │|\n\nat 0 ms\n|┌ b ──┐|\n|│     │|\n',
  );
});

test('the room it takes is what it draws in, on pixels and on characters', () => {
  expect(frame.around!({ border: 'single', align: 'left', color: 'white' })).toEqual({
    left: '2px',
    right: '2px',
    top: '2px',
    bottom: '2px',
  });
  expect(frame.around!({ border: 'double', align: 'left', color: 'white', title: '' })).toEqual({
    left: '4px',
    right: '4px',
    top: '1lines',
    bottom: '4px',
  });
  for (const border of BORDERS)
    for (const title of [undefined, 'CPU']) {
      const { cells, width } = painted({ x: 0, y: 0, width: 60, height: 30 }, 'pixel', border, title);
      const room = frame.around!({ border, align: 'left', color: 'white', ...(title !== undefined && { title }) });
      const [side, top] = [Number.parseInt(room.left, 10), title === undefined ? Number.parseInt(room.top, 10) : 8];
      const inner = cells.filter((_, index) => {
        const [x, y] = [index % width, Math.floor(index / width)];
        return x >= side && x < 60 - side && y >= top && y < 30 - side;
      });
      expect(new Set(inner)).toEqual(new Set([GROUND]));
    }
});

test('whatever the border and the place: the part inside has room, in which the border draws nothing', () => {
  const size = fc.integer({ min: 1, max: 30 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const title = fc.constantFrom(undefined, 'CPU');
  fc.assert(
    fc.property(title, size, size, cell, fc.constantFrom(...BORDERS), (title, width, height, cell, border) => {
      const room = frame.around!({ border, align: 'left', color: 'white', ...(title !== undefined && { title }) });
      const { x, y, ...inside } = insideOf(room, { width, height }, cell);
      expect(Math.min(inside.width, inside.height)).toBeGreaterThan(0);
      const { cells, width: whole } = painted({ x: 5, y: 5, width, height }, cell, border, title);
      for (let row = y; row < y + inside.height; row++)
        for (let column = x; column < x + inside.width; column++)
          expect(cells[(row + 5) * whole + column + 5]).toBe(GROUND);
    }),
  );
});

/** Where core lays out what is inside. */
function insideOf({ left, right, top, bottom }: Room, size: Size, cell: CellKind): Rect {
  const whole = { size: lengthOf('1fr')!, path: [] };
  const inset = { left: lengthOf(left)!, right: lengthOf(right)!, top: lengthOf(top)!, bottom: lengthOf(bottom)! };
  const part: PageNode = { kind: 'widget', ...whole, widget: frame as never, options: {} };
  const letter = cell === 'pixel' ? { width: 6, height: 8 } : { width: 1, height: 1 };
  return layout({ kind: 'stack', ...whole, inset, children: [part] }, size, letter, cell).placements[0]!.area;
}

test('whatever the title and the place: nothing outside is touched', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const title = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(undefined));
  fc.assert(
    fc.property(title, size, size, cell, fc.constantFrom(...BORDERS), (title, width, height, cell, border) => {
      const { cells, width: whole } = painted({ x: 5, y: 5, width, height }, cell, border, title);
      const outside = cells.filter((dot, index) => {
        const [x, y] = [(index % whole) - 5, Math.floor(index / whole) - 5];
        return dot !== GROUND && !(x >= 0 && x < width && y >= 0 && y < height);
      });
      expect(outside.length).toBe(0);
    }),
  );
});

const GROUND = 0x2e;

function painted(
  area: { x: number; y: number; width: number; height: number },
  cell: CellKind,
  border: Border,
  title: string | undefined,
) {
  const whole = blankFrame({ width: area.x * 2 + area.width, height: area.y * 2 + area.height }, GROUND);
  const look = { border, align: 'left', color: 0xffffff, titleColor: 0xffffff } as const;
  borderPicture(title, look)(surfaceOf(whole, cell, '6x8').clip(area));
  return whole;
}

test('a value has another colour, and the title goes with it unless it has its own', () => {
  const look = { title: 'a', color: 'gray', colors: [{ from: 90, color: 'white' }], colorBy: 'busy' };
  const film = (options: object, busy?: number): string =>
    filmOf(renderWidget(frame, options, { width: 40, height: 12, cell: 'pixel', colors: 65_536, values: { busy } }), 0);
  expect(film(look, 89)).toBe(film({ title: 'a', color: 'gray' }));
  expect(film(look, 90)).toBe(film({ title: 'a', color: 'white' }));
  const own = { ...look, titleColor: 'lime' };
  expect(film(own, 90)).toBe(film({ title: 'a', color: 'white', titleColor: 'lime' }));
  expect(film(look, 90)).not.toBe(film(look, 89));
});
