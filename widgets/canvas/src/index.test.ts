import { blankFrame, type CellKind, drawing, surfaceOf } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { map, take, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { canvas } from './index.ts';
import { dotsOf, type Step, shapesOf } from './steps.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const film = (steps: readonly Step[], proof: WidgetProof): string => filmOf(renderWidget(canvas, { steps }, proof), 0);
const onPixels = (steps: readonly Step[], width: number, height: number): string =>
  shotsOf(renderWidget(canvas, { steps }, { width, height, cell: 'pixel' }), 0)[0]!.picture;

/** A house with a tree that looks alike in every place. */
const house: readonly Step[] = [
  { rectangle: { at: ['10%', '45%'], size: ['40%', '55%'], color: 'white' } },
  {
    polyline: {
      points: [
        ['5%', '45%'],
        ['30%', '8%'],
        ['55%', '45%'],
      ],
      closed: true,
      color: 'orange',
    },
  },
  { rectangle: { at: ['25%', '65%'], size: ['10%', '35%'], color: 'gray', filled: true } },
  { line: { from: ['80%', '50%'], to: ['80%', '100%'], color: 'brown', thickness: 2 } },
  { circle: { center: ['80%', '35%'], radius: '20%', color: 'lime', filled: true } },
  { circle: { center: ['80%', '35%'], radius: '24%' } },
  { text: { at: ['100%', 0], value: '{{ t }}', align: 'right', color: 'yellow' } },
];
const values = { '{{ t }}': '21°' };

test('a house on every class of panel', () => {
  matchesGolden(golden('20x2.txt'), film(house, { width: 20, height: 2, cell: 'character', values }));
  matchesGolden(golden('20x4.txt'), film(house, { width: 20, height: 4, cell: 'character', values }));
  matchesGolden(golden('256x64.txt'), film(house, { width: 96, height: 64, cell: 'pixel', colors: 2, values }));
  matchesGolden(golden('480x320.txt'), film(house, { width: 80, height: 54, cell: 'pixel', colors: 65536, values }));
});

test('a line has both its ends, however far away they are', () => {
  expect(onPixels([{ line: { from: [0, 0], to: [4, 2] } }], 5, 3)).toBe('#....\n.##..\n...##\n');
  expect(onPixels([{ line: { from: ['0%', '0%'], to: ['100%', '100%'] } }], 4, 4)).toBe('#...\n.#..\n..#.\n...#\n');
  expect(onPixels([{ line: { from: [-1_000_000, 1], to: [1_000_000, 1] } }], 4, 3)).toBe('....\n####\n....\n');
  expect(onPixels([{ line: { from: [1, 1e300], to: [1, -1e300] } }], 3, 3)).toBe('.#.\n.#.\n.#.\n');
  expect(onPixels([{ line: { from: [0, 1], to: [3, 1], thickness: 3 } }], 4, 4)).toBe('####\n####\n####\n....\n');
});

test('outlines, areas, circles and pixels', () => {
  expect(onPixels([{ rectangle: { at: [1, 0], size: [4, 3] } }], 6, 4)).toBe('.####.\n.#..#.\n.####.\n......\n');
  expect(onPixels([{ rectangle: { at: [1, 0], size: [2, 2], filled: true } }], 4, 3)).toBe('.##.\n.##.\n....\n');
  expect(onPixels([{ circle: { center: [3, 3], radius: 3 } }], 7, 7)).toBe(
    '..###..\n.#...#.\n#.....#\n#.....#\n#.....#\n.#...#.\n..###..\n',
  );
  expect(onPixels([{ circle: { center: [2, 2], radius: 2, filled: true } }], 5, 5)).toBe(
    '.###.\n#####\n#####\n#####\n.###.\n',
  );
  expect(onPixels([{ pixel: { at: [0, 0] } }, { pixel: { at: ['100%', '1px'] } }], 3, 2)).toBe('#..\n..#\n');
});

test('later steps lie on top, and black takes away', () => {
  const hole: Step = { rectangle: { at: [2, 2], size: [2, 4], filled: true, color: 'black' } };
  expect(onPixels([{ fill: 'white' }, { pixel: { at: [1, 0], color: 'black' } }], 3, 1)).toBe('#.#\n');
  const letters = film([{ fill: 'white' }, hole], { width: 2, height: 1, cell: 'character' });
  expect(letters).toBe('at 0 ms\n|▟█|\n');
});

test('a step with several names draws all of them in their order', () => {
  expect(onPixels([{ fill: 'white', pixel: { at: [0, 0], color: 'black' } }], 2, 1)).toBe('.#\n');
  expect(onPixels([{ pixel: { at: [0, 0], color: 'black' }, fill: 'white' }], 2, 1)).toBe('##\n');
});

test('values move it, and what looks the same is drawn once', () => {
  const steps = [{ rectangle: { at: [0, 0], size: ['{{ a }}%', 1], filled: true, color: '{{ b }}' } }];
  const proof: WidgetProof = {
    width: 4,
    height: 1,
    cell: 'pixel',
    values: {
      '{{ b }}': 'red',
      '{{ a }}%': timer(0, 10).pipe(
        take(4),
        map((index) => ['50%', '50%', '100%', '-%'][index]),
      ),
    },
  };
  const colored = { ...proof, colors: 65536 };
  expect(shotsOf(renderWidget(canvas, { steps }, colored), 30).map(({ picture }) => picture.slice(0, 4))).toEqual([
    'aa..',
    'aaaa',
    '....',
  ]);
});

test('a text stands left of, above or at its point', () => {
  const at = (align: 'left' | 'center' | 'right'): string =>
    film([{ text: { at: ['50%', 0], value: 'abcd', align } }], { width: 10, height: 1, cell: 'character' });
  expect([at('left'), at('center'), at('right')].map((picture) => picture.split('\n')[1])).toEqual([
    '|     abcd |',
    '|   abcd   |',
    '| abcd     |',
  ]);
});

test('any steps in any place are drawn, and nothing outside', () => {
  const length = fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.double(),
    fc.constantFrom('50%', '-200%', '1e30', 'x', '', '12px'),
  );
  const pair = fc.tuple(length, length);
  const look = { color: fc.constantFrom('red', 'black', '?', ''), thickness: fc.integer({ min: 1, max: 100 }) };
  const step: fc.Arbitrary<object> = fc.oneof(
    fc.record({ fill: fc.constantFrom('red', 'x') }),
    fc.record({ pixel: fc.record({ at: pair }) }),
    fc.record({ line: fc.record({ from: pair, to: pair, ...look }) }),
    fc.record({ polyline: fc.record({ points: fc.array(pair), closed: fc.boolean(), ...look }) }),
    fc.record({ rectangle: fc.record({ at: pair, size: pair, filled: fc.boolean(), ...look }) }),
    fc.record({ circle: fc.record({ center: pair, radius: length, filled: fc.boolean(), ...look }) }),
    fc.record({ text: fc.record({ at: pair, value: fc.string({ unit: 'binary' }) }) }),
  );
  const size = fc.integer({ min: 1, max: 30 });
  const cell = fc.constantFrom<CellKind>('pixel', 'character');
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), size, size, cell, (steps, width, height, cell) => {
      const frame = blankFrame({ width: width + 2, height: height + 2 }, 0x41);
      const dots = dotsOf({ width, height, cell });
      const shapes = steps.flatMap((one) => shapesOf(one as Step, dots));
      drawing(shapes)(surfaceOf(frame, cell).clip({ x: 1, y: 1, width, height }));
      for (const [index, value] of frame.cells.entries()) {
        const [x, y] = [index % frame.width, Math.floor(index / frame.width)];
        if (x === 0 || y === 0 || x === frame.width - 1 || y === frame.height - 1) expect(value).toBe(0x41);
      }
    }),
    { numRuns: 300 },
  );
});
