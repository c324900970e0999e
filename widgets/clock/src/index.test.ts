import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clock } from './index.ts';
import { longest, periodOf } from './time-text.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const begin = Date.UTC(2026, 8, 30, 23, 59, 58, 500);
const letters: WidgetProof = { width: 20, height: 2, cell: 'character', begin };

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

test('the time on 20 x 2 characters, a picture a second', () => {
  matchesGolden(golden('20x2.txt'), filmOf(renderWidget(clock, {}, letters), 2500));
});

test('date and time on 20 x 2 characters', () => {
  const pictures = renderWidget(clock, { format: 'dddd\nD MMM YYYY  HH:mm', align: 'center' }, letters);
  matchesGolden(golden('date-20x2.txt'), filmOf(pictures, 120_000));
});

test('the time as large as 128 x 16 and 256 x 64 pixels let it', () => {
  const films = [
    { width: 128, height: 16 },
    { width: 256, height: 64 },
  ].map((size) => filmOf(renderWidget(clock, {}, { ...size, cell: 'pixel', begin }), 0));
  matchesGolden(golden('pixels.txt'), films.join('\n'));
});

test.each([
  ['HH:mm:ss', [0, 500, 1500]],
  ['[s]HH:mm', [0, 1500]],
  ['ss.SSS', [0, 500, 1500]],
  ['YYYY-MM-DD', [0, 1500]],
  ['HH', [0, 1500]],
  ['[noon]', [0]],
])('%s is drawn only when it changes', (format, times) => {
  const shots = shotsOf(renderWidget(clock, { format }, letters), 2000);
  expect(shots.map(({ at }) => at)).toEqual(times);
});

test.each([
  ['HH:mm:ss', 1_000],
  ['h:mm:s A', 1_000],
  ['HH:mm', 60_000],
  ['[seconds] HH', 60_000],
])('%s is looked at every %d ms', (format, period) => {
  expect(periodOf(format)).toBe(period);
});

test('digits on characters keep their width when an hour gets a second digit', () => {
  const place = { ...letters, begin: Date.UTC(2026, 8, 30, 9, 59, 58) };
  const rows = shotsOf(renderWidget(clock, { format: 'H:mm:ss' }, place), 2000).map(
    ({ picture }) => picture.split('\n')[0],
  );
  expect(rows).toEqual(['|╺╸.╺━ ╺╸.╺━ ╺╸      |', '|╺╸.╺━ ╺╸.╺━ ╺╸      |', '| ▐ ▛▜.▛▜ ▛▜.▛▜ ▛▜   |']);
});

test('the letters keep their size when names of months differ in length', () => {
  expect(longest('D MMMM')).toBe('20 September');
  expect(longest('dddd, D MMMM YYYY')).toBe('Wednesday, 23 September 2020');
  const place: WidgetProof = { width: 120, height: 32, cell: 'pixel' };
  const firstInk = (month: number, day: number): number => {
    const pictures = renderWidget(clock, { format: 'MMMM' }, { ...place, begin: Date.UTC(2026, month, day) });
    return shotsOf(pictures, 0)[0]!
      .picture.split('\n')
      .findIndex((row) => row.includes('#'));
  };
  expect(firstInk(4, 1)).toBe(firstInk(8, 1));
});

test('any format in any place at any time is drawn', () => {
  const formats = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('h:m A', 'Z', '[', 'dddd\nMMMM', '[]'));
  const looks = fc.record(
    {
      face: fc.constantFrom('digital', 'analogue'),
      timezone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'UTC'),
      locale: fc.constantFrom('de', 'ar', 'zh-Hant', 'xx'),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 70 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(formats, looks, size, size, cell, fc.nat(4e12), (format, look, width, height, cell, begin) => {
      const shots = shotsOf(renderWidget(clock, { format, ...look }, { width, height, cell, begin }), 1000);
      expect(shots.length).toBeGreaterThan(0);
    }),
  );
});
