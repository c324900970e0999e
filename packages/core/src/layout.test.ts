import fc from 'fast-check';
import { of } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { defineWidget } from './define.ts';
import { layout } from './layout.ts';
import type { BoxNode, Length, PageNode } from './program.ts';

const widget = defineWidget({
  name: 'nothing',
  meaning: 'shows nothing',
  options: { type: 'object', properties: {}, additionalProperties: false },
  render: () => of(() => {}),
});
const length = (text: string): Length => {
  const [, value, unit] = /^([\d.]+)(.+)$/.exec(text)!;
  return { value: Number(value), unit: unit as Length['unit'] };
};
const leaf = (size = '1fr'): PageNode => ({
  kind: 'widget',
  size: length(size),
  widget,
  options: {},
  path: ['leaf', size],
});
const box = (kind: BoxNode['kind'], children: readonly PageNode[], size = '1fr'): BoxNode => ({
  kind,
  size: length(size),
  children,
  path: [kind],
});

const PANEL = { width: 256, height: 64 };
const LETTER = { width: 6, height: 8 };
const areas = (root: PageNode, size = PANEL) =>
  layout(root, size, LETTER, 'pixel').placements.map(({ area: { x, y, width, height } }) => [x, y, width, height]);

describe('layout', () => {
  test.each([
    ['ch', '8ch', 48],
    ['px', '40px', 40],
    ['%', '25%', 64],
    ['lines', '2lines', 16],
  ])('%s along a row; the rest goes to 1fr', (_, size, width) =>
    expect(areas(box('row', [leaf(size), leaf()]))).toEqual([
      [0, 0, width, 64],
      [width, 0, 256 - width, 64],
    ]),
  );

  test('fr shares the rest in proportion', () =>
    expect(areas(box('column', [leaf('1lines'), leaf('1fr'), leaf('2fr')]))).toEqual([
      [0, 0, 256, 8],
      [0, 8, 256, 19],
      [0, 27, 256, 37],
    ]));

  test('boxes in boxes', () =>
    expect(areas(box('column', [box('row', [leaf(), leaf()], '1lines'), leaf()]))).toEqual([
      [0, 0, 128, 8],
      [128, 0, 128, 8],
      [0, 8, 256, 56],
    ]));

  test('a stack gives everyone the whole place, in painting order', () =>
    expect(areas(box('stack', [leaf('1fr'), leaf('2fr')]))).toEqual([
      [0, 0, 256, 64],
      [0, 0, 256, 64],
    ]));

  test('on letters ch and lines are one cell and px are dots of 6 x 8', () => {
    const root = box('column', [box('row', [leaf('4ch'), leaf('13px'), leaf()], '1lines'), leaf('9px')]);
    const { placements } = layout(root, { width: 20, height: 4 }, { width: 1, height: 1 }, 'character');
    expect(placements.map(({ area: { x, y, width, height } }) => [x, y, width, height])).toEqual([
      [0, 0, 4, 1],
      [4, 0, 3, 1],
      [7, 0, 13, 1],
      [0, 1, 20, 2],
    ]);
  });

  test.each([
    ['too long', box('row', [leaf('200px'), leaf('100px')]), ['row: its parts need 300 px, but the place is 256 px']],
    ['nothing left', box('row', [leaf('256px'), leaf()]), ['leaf.1fr: no room is left for it: its width is 0 px']],
    ['too many lines', box('column', [leaf('9lines')]), ['column: its parts need 72 px, but the place is 64 px']],
  ])('%s', (_, root, problems) =>
    expect(
      layout(root, PANEL, LETTER, 'pixel').problems.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ).toEqual(problems),
  );

  test('random rows: shares fill the place exactly, in order, without overlap', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 500 }),
        (shares, width) => {
          const { placements, problems } = layout(
            box(
              'row',
              shares.map((share) => leaf(`${share}fr`)),
            ),
            { width, height: 1 },
            LETTER,
            'pixel',
          );
          expect(placements.length + problems.length).toBe(shares.length);
          const total = placements.reduce((x, { area }) => {
            expect(area.x).toBe(x);
            return x + area.width;
          }, 0);
          expect(total).toBe(width);
        },
      ),
    ));
});
