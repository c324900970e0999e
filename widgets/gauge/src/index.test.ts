import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, from, map, NEVER, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { gauge } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'cpu.busy';
const percent = (now: unknown) => ({ value: now, unit: '%', min: 0, max: 100 });
const colors = [
  { from: 60, color: 'yellow' },
  { from: 80, color: 'red' },
];
const of20x2: WidgetProof = { width: 20, height: 2, cell: 'character' };
const of20x4: WidgetProof = { width: 20, height: 4, cell: 'character' };

const film = (proof: WidgetProof, options: object, now: unknown): string =>
  filmOf(renderWidget(gauge, { value, ...options }, { ...proof, values: { [value]: now } }), 0);
const films = (proof: WidgetProof, options: object): string =>
  [percent(undefined), percent(0), percent(37.3), percent(100), { value: 54, unit: '°C' }]
    .map((now) => film(proof, options, now))
    .join('\n');

test('on 20 x 2 and 20 x 4 characters it is a bar with its value', () => {
  matchesGolden(golden('20x2.txt'), films(of20x2, { colors }));
  matchesGolden(golden('20x4.txt'), films(of20x4, {}) + films({ ...of20x4, width: 6 }, {}));
});

test('on places of a mono panel of 256 x 64', () => {
  const places = [
    { width: 96, height: 64 },
    { width: 64, height: 64 },
    { width: 64, height: 24 },
    { width: 60, height: 10 },
  ];
  const pictures = places.map((place) => film({ ...place, cell: 'pixel', colors: 2 }, { colors }, percent(72)));
  matchesGolden(golden('256x64.txt'), pictures.join('\n'));
});

test('on places of a colour panel of 480 x 320', () => {
  const places = [
    { width: 120, height: 80 },
    { width: 96, height: 96 },
  ];
  const pictures = places.map((place) =>
    film({ ...place, cell: 'pixel', font: '8x16', colors: 65536 }, { color: 'lime', colors }, percent(72)),
  );
  matchesGolden(golden('480x320.txt'), pictures.join('\n'));
});

test('the text of a person stands where the value would', () => {
  expect(film({ ...of20x2, height: 1 }, { text: 'CPU' }, percent(50))).toMatch(/^at 0 ms\n\| CPU █+.? *\|\n$/);
});

test('what looks the same is drawn once', () => {
  const values = { [value]: from([percent(50), percent(50), percent('x'), percent(undefined)]) };
  expect(shotsOf(renderWidget(gauge, { value }, { ...of20x2, values }), 0).length).toBe(2);
});

test('another text is another picture', () => {
  const values = { [value]: percent(50), '{{ a }}': timer(0, 5).pipe(map((index) => ['one', 'two', 'two'][index])) };
  const later = shotsOf(renderWidget(gauge, { value, text: '{{ a }}' }, { ...of20x2, values }), 10);
  expect(later.map(({ picture }) => /one|two/.exec(picture)?.[0])).toEqual(['one', 'two']);
});

test('any readings in any place are drawn, and nothing outside it', () => {
  const amounts = fc.oneof(fc.double(), fc.constantFrom(1e30, -1e308, 1e308, undefined, null, 7n, 'x', {}));
  const limit = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1e308, -1e308));
  const options = fc.record(
    {
      min: limit,
      max: limit,
      color: fc.constantFrom('white', 'no colour'),
      colors: fc.array(fc.record({ from: limit, color: fc.constantFrom('red', 'lime', '') })),
      text: fc.constantFrom('', 'x', 'x'.repeat(10000), 'a\nb\u0007'),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 64 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const palette = fc.constantFrom(2, 65536);
  fc.assert(
    fc.property(options, fc.array(amounts), size, size, cell, palette, (look, values, width, height, cell, colors) => {
      const proof = { width, height, cell, colors, values: { [value]: concat(of(1), from(values), NEVER) } };
      expect(shotsOf(renderWidget(gauge, { value, ...look }, proof), 200).length).toBeGreaterThan(0);
    }),
  );
});
