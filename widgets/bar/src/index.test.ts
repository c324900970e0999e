import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from, map, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { bar } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'cpu.busy';
const second = 'cpu.waiting';
const percent = (now: unknown) => ({ value: now, unit: '%', min: 0, max: 100 });
const line: WidgetProof = { width: 8, height: 1, cell: 'character' };

const drawn = (options: object, values: readonly unknown[], proof: WidgetProof = line): readonly string[] =>
  shotsOf(renderWidget(bar, { value, ...options }, { ...proof, values: { [value]: from(values) } }), 0).map(
    ({ picture }) => picture.trim(),
  );

test('a bar on 20 x 2 characters, to each side', () => {
  const proof: WidgetProof = { width: 20, height: 2, cell: 'character', values: { [value]: percent(37.3) } };
  const films = ['right', 'left', 'up', 'down'].map((direction) =>
    filmOf(renderWidget(bar, { value, direction }, proof), 0),
  );
  matchesGolden(golden('20x2.txt'), films.join('\n'));
});

test('a bar on 128 x 8 and 128 x 16 pixels, and one upward without a frame', () => {
  const values = { [value]: percent(37.3) };
  const films = [
    renderWidget(bar, { value }, { width: 128, height: 8, cell: 'pixel', values }),
    renderWidget(bar, { value, direction: 'left' }, { width: 128, height: 16, cell: 'pixel', values }),
    renderWidget(bar, { value, direction: 'up', frame: false }, { width: 8, height: 32, cell: 'pixel', values }),
  ].map((pictures) => filmOf(pictures, 0));
  matchesGolden(golden('pixels.txt'), films.join('\n'));
});

const looks: readonly object[] = [
  { segments: 10 },
  { segments: 18, direction: 'left' },
  { second },
  { second, direction: 'left', segments: 5 },
  { second, direction: 'up' },
];
const films = (proof: WidgetProof, options: object = {}): string =>
  looks
    .map((look) =>
      renderWidget(
        bar,
        { value, ...options, ...look },
        { ...proof, values: { [value]: percent(37.3), [second]: percent(85) } },
      ),
    )
    .map((pictures) => shotsOf(pictures, 0).at(-1)!.picture)
    .join('\n');

test('two values in one and segments on every class of panel', () => {
  matchesGolden(golden('looks-20x1.txt'), films({ width: 20, height: 1, cell: 'character' }));
  matchesGolden(golden('looks-20x2.txt'), films({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('looks-20x4.txt'), films({ width: 20, height: 4, cell: 'character' }));
  const colored = { color: 'lime', secondColor: 'gray', colors: [{ from: 80, color: 'red' }] };
  const place = { width: 80, height: 12, cell: 'pixel' } as const;
  matchesGolden(golden('looks-256x64.txt'), films({ ...place, colors: 2 }, { secondColor: 'gray' }));
  matchesGolden(golden('looks-480x320.txt'), films({ ...place, height: 20, colors: 65536 }, colored));
});

test('the frame has the colour that the bar has reached', () => {
  const place = { width: 16, height: 6, cell: 'pixel', colors: 65536 } as const;
  const shown = (options: object, now: number): string =>
    filmOf(renderWidget(bar, { value, ...options }, { ...place, values: { [value]: percent(now) } }), 0);
  const look = { color: 'gray', colors: [{ from: 80, color: 'white' }] };
  expect(shown(look, 80)).toBe(shown({ color: 'white' }, 80));
  expect(shown(look, 79)).toBe(shown({ color: 'gray' }, 79));
  expect(shown(look, 79)).not.toBe(shown({ color: 'white' }, 79));
});

test('both values are on one scale, and the second one may come later', () => {
  const values = { [value]: of(10), [second]: timer(5).pipe(map(() => 40)) };
  const proof: WidgetProof = { width: 8, height: 2, cell: 'character', values };
  const pictures = shotsOf(renderWidget(bar, { value, second }, proof), 10).map(({ picture }) => picture);
  expect(pictures).toEqual(['|████████|\n|        |\n', '|██      |\n|████████|\n']);
});

test('the range comes from the options, else from the reading', () => {
  expect(drawn({}, [percent(50)])).toEqual(['|████    |']);
  expect(drawn({ max: 200 }, [percent(50)])).toEqual(['|██      |']);
  expect(drawn({ min: 25, max: 75 }, [percent(50)])).toEqual(['|████    |']);
  expect(drawn({ min: 100, max: 0 }, [percent(25)])).toEqual(['|██████  |']);
});

test('without a known range the largest value seen fills the bar', () => {
  expect(drawn({}, [10, 5, 20, 5])).toEqual(['|████████|', '|████    |', '|████████|', '|██      |']);
});

test('what is no number leaves the bar empty, and equal values are drawn once', () => {
  expect(drawn({}, [percent(undefined), percent('x'), percent(100), percent(100), percent(Number.NaN)])).toEqual([
    '|        |',
    '|████████|',
    '|        |',
  ]);
  expect(drawn({}, [0])).toEqual(['|        |']);
});

test('any numbers in any place are drawn', () => {
  const amounts = fc.oneof(fc.double(), fc.constantFrom(1e30, -1e308, 1e308, undefined, null, 7n, 'x', {}));
  const options = fc.record(
    {
      min: fc.double({ noNaN: true }),
      max: fc.double({ noNaN: true }),
      direction: fc.constantFrom('right', 'left', 'up', 'down'),
      frame: fc.boolean(),
      segments: fc.integer(),
      second: fc.constant(value),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 40 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(options, fc.array(amounts, { minLength: 1 }), size, size, cell, (look, values, width, height, cell) => {
      expect(drawn(look, values, { width, height, cell }).length).toBeGreaterThan(0);
    }),
  );
});
