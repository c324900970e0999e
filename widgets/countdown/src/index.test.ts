import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countdown } from './index.ts';
import { spanText } from './span-text.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const line: WidgetProof = { width: 12, height: 1, cell: 'character' };
const to = '2026-12-24 18:30';

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => vi.unstubAllEnvs());

const at = (time: string, options: object, place = line): string =>
  filmOf(renderWidget(countdown, options, { ...place, begin: Date.parse(time) }), 0);
const rows = (time: string, options: object, duration: number): readonly string[] =>
  shotsOf(renderWidget(countdown, options, { ...line, begin: Date.parse(time) }), duration).map(
    (shot) => `${shot.at} ${shot.picture.trimEnd()}`,
  );

test('on characters and on pixels', () => {
  const films = (place: WidgetProof): string =>
    ['2026-12-20T10:00:00Z', '2026-12-24T16:00:00Z', '2026-12-24T17:30:01Z']
      .map((time) => at(time, { to, end: 'Merry Christmas', align: 'center' }, place))
      .join('\n');
  matchesGolden(golden('20x2.txt'), films({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('20x4.txt'), films({ width: 20, height: 4, cell: 'character' }));
  matchesGolden(golden('256x64.txt'), films({ width: 128, height: 20, cell: 'pixel' }));
  matchesGolden(golden('480x320.txt'), films({ width: 160, height: 40, cell: 'pixel', font: '8x16' }));
});

test('it ends with its text, and is drawn when it changes', () => {
  expect(rows('2026-12-24T17:29:58.500Z', { to, end: 'now' }, 9000)).toEqual([
    '0 |0:02        |',
    '500 |0:01        |',
    '1500 |now         |',
  ]);
  expect(rows('2026-12-24T17:29:59Z', { to }, 9000)).toEqual(['0 |0:01        |', '1000 |0:00        |']);
});

test('a time of day counts every day anew, a minute after its end', () => {
  expect(rows('2026-06-01T16:29:59Z', { to: '18:30', end: 'now', format: 'H:mm' }, 61_000)).toEqual([
    '0 |0:00        |',
    '1000 |now         |',
    '61000 |23:59       |',
  ]);
});

test.each([
  ['2026-01-01T00:00:00Z', '2025-12-31 23:00', 'up', '2:00:00'],
  ['2026-01-01T00:00:00Z', '2026-12-31', 'up', '0:00'],
  ['2026-01-01T00:00:00Z', '22:00', 'up', '3:00:00'],
  ['2026-03-28T23:00:00Z', '06:00', 'down', '5:00:00'],
  ['2026-10-24T22:00:00Z', '2026-10-25 06:00', 'down', '7:00:00'],
  ['2026-03-28T23:00:00Z', '2026-03-29 02:30', 'down', '2:30:00'],
  ['2024-02-29T22:00:00Z', '2024-02-29 23:30', 'down', '30:00'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z', 'down', '1:00'],
])('at %s of %s %s: %s', (time, moment, direction, text) => {
  expect(at(time, { to: moment, direction, font: '6x8' })).toBe(`at 0 ms\n|${text.padEnd(12)}|\n`);
});

test.each([
  [90_061, undefined, '1 d 01:01'],
  [90_061, 'H:mm:ss', '25:01:01'],
  [90_061, 'D [days] s', '1 days 3661'],
  [61, 'HH:mm', '00:01'],
  [0, '[m]', 'm'],
])('%d s as %s', (seconds, format, text) => expect(spanText(seconds, format)).toBe(text));

test('what is no moment is an error that says so', () => {
  for (const moment of ['soon', '25:00', '2026-13-99x', '2026-02-29', '2026-13-01', '2026-01-01 24:30', '0000-01-01']) {
    expect(() => at('2026-01-01T00:00:00Z', { to: moment })).toThrow(`"${moment}" is no moment`);
  }
});

test('the last seconds have another colour', () => {
  const place: WidgetProof = { width: 40, height: 12, cell: 'pixel', colors: 65_536 };
  const look = { to, color: 'gray', colors: [{ from: 10, color: 'white' }] };
  const [ten, nine] = ['2026-12-24T17:29:50Z', '2026-12-24T17:29:51Z'] as const;
  expect(at(ten, look, place)).toBe(at(ten, { to, color: 'white' }, place));
  expect(at(nine, look, place)).toBe(at(nine, { to, color: 'gray' }, place));
  expect(at(nine, look, place)).not.toBe(at(nine, { to, color: 'white' }, place));
});

test('any format in any place at any time is drawn', () => {
  const options = fc.record(
    {
      to: fc.constantFrom('0100-01-01', '9999-12-31 23:59', '23:59:59', '0:00'),
      direction: fc.constantFrom('down', 'up'),
      format: fc.string({ unit: 'binary', minLength: 1 }),
      end: fc.string({ unit: 'binary' }),
      font: fc.constantFrom('fit', '32x64'),
    },
    { requiredKeys: ['to', 'direction'] },
  );
  const size = fc.integer({ min: 1, max: 60 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  fc.assert(
    fc.property(options, size, size, cell, fc.nat(4e12), (given, width, height, cell, begin) => {
      const proof = { width, height, cell, begin };
      expect(shotsOf(renderWidget(countdown, given, proof), 1000).length).toBeGreaterThan(0);
    }),
  );
});
