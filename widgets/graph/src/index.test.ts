import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, from, map, NEVER, type Observable, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { graph } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'cpu.busy';
const percent = (now: unknown) => ({ value: now, unit: '%', min: 0, max: 100 });
/** A new reading every second: two waves a minute, and ten seconds without a value. */
const waves = (): Observable<unknown> =>
  timer(0, 1000).pipe(
    map((second) => percent(second % 60 >= 40 && second % 60 < 50 ? undefined : 50 + 45 * Math.sin(second / 5))),
  );
const letters: WidgetProof = { width: 10, height: 1, cell: 'character' };
const film = (options: object, values: Observable<unknown>, duration: number): string =>
  shotsOf(renderWidget(graph, { value, ...options }, { ...letters, values: { [value]: values } }), duration)
    .map(({ at, picture }) => `${at} ${picture.trim()}`)
    .join('\n');

test('five minutes on 20 x 2 characters', () => {
  const proof: WidgetProof = { width: 20, height: 2, cell: 'character', values: { [value]: waves() } };
  const shots = shotsOf(renderWidget(graph, { value, span: '100s' }, proof), 100_000);
  matchesGolden(golden('20x2.txt'), shots.at(-1)!.picture);
});

test('two minutes on 128 x 16 pixels, filled and as a line', () => {
  const pictures = ['filled', 'line'].map((style) => {
    const proof: WidgetProof = { width: 128, height: 16, cell: 'pixel', values: { [value]: waves() } };
    return shotsOf(renderWidget(graph, { value, span: '128s', style }, proof), 130_000).at(-1)!.picture;
  });
  matchesGolden(golden('128x16.txt'), pictures.join('\n'));
});

const second = 'cpu.waiting';
const slow = (): Observable<unknown> => timer(0, 1000).pipe(map((now) => percent(30 + 25 * Math.sin(now / 11))));
const looks: readonly object[] = [
  { labels: true },
  { style: 'columns' },
  { series: [{ value: second, color: 'gray' }] },
  { series: [{ value: second, color: 'gray' }], style: 'line', labels: true },
];
const last = (proof: WidgetProof, options: object = {}): string =>
  looks
    .map((look) => {
      const values = { [value]: waves(), [second]: slow() };
      return renderWidget(graph, { value, span: '80s', ...look, ...options }, { ...proof, values });
    })
    .map((pictures) => shotsOf(pictures, 100_000).at(-1)!.picture)
    .join('\n');

test('labels, columns and several series on every class of panel', () => {
  matchesGolden(golden('looks-20x2.txt'), last({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('looks-20x4.txt'), last({ width: 20, height: 4, cell: 'character' }));
  const place = { width: 128, height: 32, cell: 'pixel' } as const;
  matchesGolden(golden('looks-256x64.txt'), last({ ...place, colors: 2 }));
  const colors = [{ from: 80, color: 'red' }];
  const colored: WidgetProof = { ...place, height: 40, font: '8x16', colors: 65536 };
  matchesGolden(golden('looks-480x320.txt'), last(colored, { color: 'lime', colors }));
});

test('a graph moves with its slices and shows a gap where there was no value', () => {
  const values = concat(
    of(percent(50)),
    timer(1500).pipe(map(() => percent(100))),
    timer(2000).pipe(map(() => percent(undefined))),
    timer(2000).pipe(map(() => percent(0))),
    NEVER,
  );
  matchesGolden(
    golden('film-10x1.txt'),
    filmOf(renderWidget(graph, { value, span: '10s' }, { ...letters, values: { [value]: values } }), 7000),
  );
});

test('nothing is drawn while the picture stays the same', () => {
  expect(film({ span: '10s' }, NEVER, 60_000)).toBe('0 |          |');
  const same = film({ span: '1s' }, concat(of(percent(0)), NEVER), 60_000).split('\n');
  expect(same.length).toBe(11);
  expect(same.at(-1)).toBe('900 |▁▁▁▁▁▁▁▁▁▁|');
  expect(film({ span: '10s' }, from([50, 50.1, 49.9].map(percent)), 0)).toBe('0 |          |\n0 |         ▄|');
});

test('without a known range the largest value shown reaches the upper edge', () => {
  const falling = concat(
    of(80),
    timer(1000).pipe(map(() => 40)),
    timer(1000).pipe(map(() => 20)),
    timer(9000).pipe(map(() => 10)),
    NEVER,
  );
  const pictures = film({ span: '10s' }, falling, 12_000).split('\n');
  expect(pictures).toContain('2000 |       █▄▂|');
  expect(pictures).toContain('11000 |██████████|');
  expect(pictures.at(-1)).toBe('12000 |████████▄▄|');
});

test('any readings in any place are drawn', () => {
  const amounts = fc.oneof(fc.double(), fc.constantFrom(1e30, -1e308, 1e308, undefined, null, 7n, 'x', {}));
  const options = fc.record(
    {
      span: fc.constantFrom('0ms', '1ms', '3s', '5m', '99999999d', 'nonsense'),
      min: fc.double({ noNaN: true }),
      max: fc.double({ noNaN: true }),
      style: fc.constantFrom('filled', 'line', 'columns'),
      labels: fc.boolean(),
      series: fc.constantFrom([], [{ value, color: 'red' }], new Array(9).fill({ value, color: 'x' })),
      colors: fc.constantFrom([], [{ from: 1, color: 'red' }]),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 40 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(options, fc.array(amounts), size, size, cell, (look, values, width, height, cell) => {
      const readings = concat(from(values), NEVER);
      const proof = { width, height, cell, values: { [value]: readings } };
      expect(shotsOf(renderWidget(graph, { value, ...look }, proof), 500).length).toBeGreaterThan(0);
    }),
  );
});
