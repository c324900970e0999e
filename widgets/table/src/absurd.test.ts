import { blankFrame, type Drawable, surfaceOf } from '@lcdflow/core';
import { renderWidget, shotsOf } from '@lcdflow/testkit';
import fc from 'fast-check';
import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { table } from './index.ts';

const readings = fc.oneof(
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(1e30, -1e308, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, 7n, true, 'x'.repeat(10_000)),
  fc.constantFrom({}, [[[1]]], { name: { name: 5 } }, '\x1b[2J\r\n\0', '漢字👩‍🚀'),
);
const rowsOf = fc.oneof(
  fc.array(fc.oneof(readings, fc.record({ name: readings, cpu: readings }, { requiredKeys: [] })), { maxLength: 30 }),
  readings,
);
const column = fc.record(
  {
    title: fc.string({ unit: 'binary', maxLength: 12 }),
    value: fc.constantFrom('row', 'row.name', 'row.cpu'),
    width: fc.constantFrom('1ch', '300px', '130%', '2fr', '0.1ch', 'wide', '99999lines'),
    align: fc.constantFrom('left', 'center', 'right'),
    decimals: fc.constantFrom(0, 2, 15),
    postfix: fc.string({ unit: 'binary', maxLength: 5 }),
    bar: fc.boolean(),
    min: fc.double({ noNaN: true }),
    max: fc.double({ noNaN: true }),
    color: fc.constantFrom('red', 'no colour'),
    colors: fc.constantFrom([{ from: 1, color: 'lime' }], []),
    colorBy: fc.constantFrom('row', 'row.cpu'),
  },
  { requiredKeys: [] },
);
const options = fc.record(
  {
    rows: fc.constant('list'),
    items: fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }))),
    columns: fc.array(column, { minLength: 1, maxLength: 6 }),
    header: fc.boolean(),
    sortBy: fc.constantFrom('row', 'row.cpu'),
    order: fc.constantFrom('ascending', 'descending'),
    most: fc.constantFrom(1, 3, 1e9),
    scroll: fc.constantFrom('none', 'pages', 'lines'),
    pause: fc.constantFrom('1ms', '1s', 'soon'),
    empty: fc.string({ unit: 'binary' }),
    font: fc.constantFrom('fit', '4x6', '32x64', 'none'),
    zebra: fc.constantFrom('navy', 'no colour'),
  },
  { requiredKeys: [] },
);
const size = fc.integer({ min: 1, max: 70 });
const cell = fc.constantFrom('pixel' as const, 'character' as const);

/** Texts without braces stand for themselves. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('{{', '{'));

test('any rows with any options in any place are drawn', () => {
  fc.assert(
    fc.property(options, rowsOf, size, size, cell, (look, list, width, height, kind) => {
      const proof = { width, height, cell: kind, values: { list: of({ value: list }) } };
      expect(shotsOf(renderWidget(table, plain(look), proof), 5).length).toBeGreaterThan(0);
    }),
  );
});

const PAPER = 0x123456;

test('nothing is drawn outside of the place, and a column stays in its own', () => {
  const names = Array.from({ length: 30 }, (_, index) => ({ name: `${index}${'x'.repeat(10_000)}` }));
  fc.assert(
    fc.property(size, size, cell, (width, height, kind) => {
      const frame = blankFrame({ width: width + 4, height: height + 4 }, PAPER);
      const surface = surfaceOf(frame, kind, '6x8').clip({ x: 2, y: 2, width, height });
      const measure = (text: string) => surface.measure(text);
      const context = {
        place: { width, height, cell: kind, letter: surface.letter, measure },
        rows: () => of(names.map((row) => () => ({ value: row.name }))),
      };
      const columns = [{ title: 'A', width: '40%' }, { title: 'B' }];
      const given = { columns, rows: 'list', header: true, order: 'descending', scroll: 'none', pause: '3s' } as const;
      table
        .render({ ...given, empty: '', color: 'white', zebra: 'navy' } as never, context as never)
        .subscribe((draw: Drawable) => draw(surface));
      const touched = Array.from(frame.cells, (value, index) => [index % frame.width, value] as const);
      const rim = touched.filter(([x], index) => {
        const y = Math.floor(index / frame.width);
        return x < 2 || y < 2 || x >= width + 2 || y >= height + 2;
      });
      expect(rim.every(([, value]) => value === PAPER)).toBe(true);
    }),
  );
});

test('10,000 rows are sorted and drawn in time', () => {
  const list = Array.from({ length: 10_000 }, (_, index) => ({ name: `p${index}`, cpu: (index * 7919) % 10_007 }));
  const look = { rows: 'list', sortBy: 'row.cpu', columns: [{ value: 'row.name' }, { value: 'row.cpu', bar: true }] };
  const proof = { width: 12, height: 2, cell: 'character', values: { list } } as const;
  const began = performance.now();
  const [shot] = shotsOf(renderWidget(table, look, proof), 0);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(shot!.picture).toMatch(/^\|p\d+ +█+\|\n\|p\d+ +█+\|\n$/);
});
