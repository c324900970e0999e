import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, from, map, NEVER, type Observable, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { sparkline } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'cpu.busy';
const percent = (now: unknown) => ({ value: now, unit: '%', min: 0, max: 100 });
const colors = [
  { from: 60, color: 'yellow' },
  { from: 80, color: 'red' },
];
const of20x2: WidgetProof = { width: 20, height: 2, cell: 'character' };
const of20x4: WidgetProof = { width: 20, height: 4, cell: 'character' };

/** A new reading every second: a wave, and five seconds without a value. */
const waves = (): Observable<unknown> =>
  timer(0, 1000).pipe(
    map((second) => percent(second >= 40 && second < 45 ? undefined : 50 + 45 * Math.sin(second / 5))),
  );
const last = (proof: WidgetProof, options: object = {}): string =>
  shotsOf(renderWidget(sparkline, { value, ...options }, { ...proof, values: { [value]: waves() } }), 59_000).at(-1)!
    .picture;

test('a minute on 20 x 2 and 20 x 4 characters takes one line', () => {
  matchesGolden(golden('20x2.txt'), last(of20x2));
  matchesGolden(golden('20x4.txt'), last(of20x4));
});

test('a minute on places of a mono panel of 256 x 64', () => {
  const proof: WidgetProof = { width: 120, height: 16, cell: 'pixel', colors: 2 };
  const pictures = [{}, { colors }, { style: 'line' }].map((options) => last(proof, options));
  matchesGolden(golden('256x64.txt'), pictures.join('\n'));
});

test('a minute on a place of a colour panel of 480 x 320', () => {
  const proof: WidgetProof = { width: 120, height: 20, cell: 'pixel', font: '8x16', colors: 65536 };
  matchesGolden(golden('480x320.txt'), last(proof, { color: 'lime', colors }));
});

test('it moves with its slices, and rests while nothing changes', () => {
  const values = { [value]: concat(of(percent(50)), NEVER) };
  const proof: WidgetProof = { width: 6, height: 1, cell: 'character', values };
  expect(filmOf(renderWidget(sparkline, { value, span: '6s' }, proof), 60_000)).toBe(
    ['     ▄', '    ▄▄', '   ▄▄▄', '  ▄▄▄▄', ' ▄▄▄▄▄', '▄▄▄▄▄▄']
      .map((line, second) => `at ${second * 1000} ms\n|${line}|\n`)
      .join('\n')
      .replace('at 0 ms', 'at 0 ms\n|      |\n\nat 0 ms'),
  );
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
      span: fc.constantFrom('0ms', '1ms', '3s', '99999999d', 'nonsense'),
      style: fc.constantFrom('filled', 'line'),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 64 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const palette = fc.constantFrom(2, 65536);
  fc.assert(
    fc.property(options, fc.array(amounts), size, size, cell, palette, (look, values, width, height, cell, colors) => {
      const proof = { width, height, cell, colors, values: { [value]: concat(of(1), from(values), NEVER) } };
      expect(shotsOf(renderWidget(sparkline, { value, ...look }, proof), 200).length).toBeGreaterThan(0);
    }),
  );
});
