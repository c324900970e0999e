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

  test.each([
    ['start', [0, 64]],
    ['center', [72, 136]],
    ['end', [144, 208]],
    ['between', [0, 208]],
  ] as const)('a row that is not full, with a gap, from its %s', (align, starts) => {
    const row = { ...box('row', [leaf('48px'), leaf('48px')]), gap: length('16px'), align };
    expect(areas(row).map(([x]) => x)).toEqual(starts);
  });

  test('three parts with the rest between them, rounded', () => {
    const row = { ...box('row', [leaf('10px'), leaf('10px'), leaf('10px')]), align: 'between' as const };
    expect(areas(row, { width: 35, height: 1 }).map(([x]) => x)).toEqual([0, 13, 25]);
  });

  test('a gap is taken off what is shared out, and counted in what is too long', () => {
    const row = { ...box('row', [leaf(), leaf()]), gap: length('6px') };
    expect(areas(row)).toEqual([
      [0, 0, 125, 64],
      [131, 0, 125, 64],
    ]);
    const full = { ...box('row', [leaf('128px'), leaf('128px')]), gap: length('1px') };
    expect(layout(full, PANEL, LETTER, 'pixel').problems[0]?.message).toBe(
      'its parts need 257 px, but the place is 256 px',
    );
  });

  test.each([
    ['2px', 'column', 0],
    ['4px', 'column', 1],
    ['2px', 'row', 0],
    ['6px', 'row', 1],
    ['9px', 'row', 2],
  ] as const)('a gap of %s in a %s of letters takes %i cells', (gap, kind, cells) => {
    const parts = [leaf(kind === 'row' ? '3ch' : '1lines'), leaf(kind === 'row' ? '3ch' : '1lines')];
    const root = { ...box(kind, parts), gap: length(gap) };
    const { placements } = layout(root, { width: 20, height: 4 }, { width: 1, height: 1 }, 'character');
    const [first, second] = placements.map(({ area }) => area);
    const [at, size] = kind === 'row' ? (['x', 'width'] as const) : (['y', 'height'] as const);
    expect(second![at] - first![at] - first![size]).toBe(cells);
  });

  test('padding is left free on all sides, in the units of each', () => {
    const padded = (padding: string) => ({ ...leaf(), padding: length(padding) });
    expect(areas(padded('3px'))).toEqual([[3, 3, 250, 58]]);
    expect(areas(padded('1ch'))).toEqual([[6, 6, 244, 52]]);
    expect(areas({ ...box('row', [leaf(), leaf()]), padding: length('10%') })).toEqual([
      [26, 6, 102, 52],
      [128, 6, 102, 52],
    ]);
    expect(layout(padded('32px'), PANEL, LETTER, 'pixel').problems[0]?.message).toBe(
      'no room is left for it: its height is 0 px',
    );
  });

  test('an inset takes something else at each side, inside the padding', () => {
    const inset = { left: length('2px'), right: length('1ch'), top: length('1lines'), bottom: length('3px') };
    const root = { ...box('stack', [leaf()]), inset };
    expect(areas(root)).toEqual([[2, 8, 248, 53]]);
    expect(areas({ ...root, padding: length('1px') })).toEqual([[3, 9, 246, 51]]);
    const { placements } = layout(root, { width: 20, height: 4 }, { width: 1, height: 1 }, 'character');
    expect(placements[0]?.area).toEqual({ x: 1, y: 1, width: 18, height: 2 });
  });

  test('an inset gives way where nothing would be left: first on the right and below, then on the left and above', () => {
    const inset = { left: length('2px'), right: length('1ch'), top: length('1lines'), bottom: length('3px') };
    const root = { ...box('stack', [leaf()]), inset };
    const inside = (width: number, height: number) => {
      const { x, y, ...size } = layout(root, { width, height }, LETTER, 'pixel').placements[0]!.area;
      return [x, y, size.width, size.height];
    };
    expect(inside(9, 12)).toEqual([2, 8, 1, 1]);
    expect(inside(8, 11)).toEqual([2, 8, 6, 3]);
    expect(inside(3, 9)).toEqual([2, 8, 1, 1]);
    expect(inside(2, 8)).toEqual([0, 0, 2, 8]);
  });

  test('places of their own in a stack; what reaches out is told', () => {
    const at = (x: string, y: string, width?: string, height?: string) => ({
      ...leaf(),
      at: {
        x: length(x),
        y: length(y),
        ...(width && { width: length(width) }),
        ...(height && { height: length(height) }),
      },
    });
    expect(areas(box('stack', [leaf(), at('10px', '1lines'), at('0px', '0px', '8ch', '1lines')]))).toEqual([
      [0, 0, 256, 64],
      [10, 8, 246, 56],
      [0, 0, 48, 8],
    ]);
    const out = box('stack', [at('100px', '60px', '10px', '1lines')]);
    expect(layout(out, PANEL, LETTER, 'pixel').problems).toEqual([
      { path: ['leaf', '1fr', 'at'], message: 'it ends at 68 px, but the place is 64 px' },
    ]);
  });

  test('two halves of a stack meet, whatever its size', () => {
    const at = (x: string, width: string) => ({
      ...leaf(),
      at: { x: length(x), y: length('0px'), width: length(width) },
    });
    const halves = box('stack', [at('0%', '50%'), at('50%', '50%')]);
    expect(areas(halves, { width: 21, height: 8 })).toEqual([
      [0, 0, 11, 8],
      [11, 0, 10, 8],
    ]);
    const dots = box('stack', [at('3px', '117px')]);
    const { placements } = layout(dots, { width: 20, height: 1 }, { width: 1, height: 1 }, 'character');
    expect(placements.map(({ area: { x, width } }) => [x, width])).toEqual([[1, 19]]);
  });

  test('what is for other cells leaves no trace, nor does a box of nothing else', () => {
    const only = (cell: 'pixel' | 'character') => ({ ...leaf(), cell });
    const page = box('row', [only('pixel'), leaf(), box('column', [only('character')])]);
    expect(areas(page).map(([, , width]) => width)).toEqual([128, 128]);
    expect(layout(page, { width: 20, height: 4 }, { width: 1, height: 1 }, 'character').placements).toHaveLength(2);
    expect(layout(box('row', [only('character')]), PANEL, LETTER, 'pixel').problems).toEqual([
      { path: ['row'], message: 'nothing of it is for displays of pixels' },
    ]);
  });

  test('conditions of the boxes round it come first', () => {
    const page = { ...box('stack', [{ ...leaf(), when: 'inner' }, leaf()]), when: 'outer' };
    expect(layout(page, PANEL, LETTER, 'pixel').placements.map(({ when }) => when)).toEqual([
      ['outer', 'inner'],
      ['outer'],
    ]);
  });

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
