import { lettersIn } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clock } from './index.ts';
import { calendarOf, longest, timeText } from './time-text.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const at = (time: string, format: string, timezone?: string, locale?: string): string =>
  timeText(Date.parse(time), format, calendarOf({ timezone, locale }));

// A machine whose own zone loses an hour at 2026-03-29T01:00Z.
beforeEach(() => vi.stubEnv('TZ', 'Europe/London'));
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29 01:59:59 +01:00'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29 03:00:00 +02:00'],
  ['2026-10-25T00:59:59Z', 'Europe/Berlin', '2026-10-25 02:59:59 +02:00'],
  ['2026-10-25T01:00:00Z', 'Europe/Berlin', '2026-10-25 02:00:00 +01:00'],
  ['2026-03-29T01:30:00Z', 'UTC', '2026-03-29 01:30:00 +00:00'],
  ['2026-03-28T19:45:00Z', 'Asia/Kathmandu', '2026-03-29 01:30:00 +05:45'],
  ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31 21:00:00 -05:00'],
  ['1970-01-01T00:00:00Z', 'Pacific/Kiritimati', '1969-12-31 13:20:00 -10:40'],
])('%s in %s', (time, zone, text) => {
  expect(at(time, 'YYYY-MM-DD HH:mm:ss Z', zone)).toBe(text);
});

test('letters in brackets are no offset', () => {
  expect(at('2026-06-01T00:00:00Z', '[Z] ZZ', 'Europe/Berlin')).toBe('Z +0200');
});

test.each([
  ['de', 'dddd, D. MMMM', 'Mittwoch, 4. März'],
  ['ru', 'D MMMM', '4 марта'],
  ['ru', 'MMMM YYYY', 'март 2026'],
  ['fr', 'ddd D MMM', 'mer. 4 mars'],
  ['en', 'ddd D MMM', 'Wed 4 Mar'],
])('days and months in %s', (locale, format, text) => {
  expect(at('2026-03-04T12:00:00Z', format, 'UTC', locale)).toBe(text);
  expect(at('2026-03-04T12:00:00Z', 'dddd', 'UTC')).toBe('Wednesday');
});

test.each(['hi', 'th', 'ta', 'ko'])(
  'no month of %s is wider than the longest text, whatever it is written with',
  (locale) => {
    const calendar = calendarOf({ locale });
    const months = Array.from({ length: 12 }, (_, month) => timeText(Date.UTC(2026, month, 15), 'MMMM', calendar));
    expect(Math.max(...months.map(lettersIn))).toBe(lettersIn(longest('MMMM', calendar)));
  },
);

test('the longest text is one of the language', () => {
  expect(longest('dddd', calendarOf({ locale: 'de' }))).toBe('Donnerstag');
});

test('there is one calendar for each region', () => {
  const berlin = { timezone: 'Europe/Berlin', locale: 'de' };
  expect(calendarOf({ ...berlin })).toBe(calendarOf(berlin));
  expect(calendarOf({ ...berlin, locale: 'fr' })).not.toBe(calendarOf(berlin));
  expect(longest('dddd', calendarOf({ ...berlin, locale: 'fr' }))).not.toBe(longest('dddd', calendarOf(berlin)));
});

test('an unknown zone or language is an error that says so', () => {
  const shown = (options: object) => () =>
    shotsOf(renderWidget(clock, options, { width: 20, height: 2, cell: 'character' }), 0);
  expect(shown({ timezone: 'Europe/Nowhere' })).toThrow('unknown time zone "Europe/Nowhere"');
  expect(shown({ locale: '!' })).toThrow('"!" is no language');
});

const begin = Date.UTC(2026, 8, 30, 8, 9, 40);
const film = (size: Pick<WidgetProof, 'width' | 'height' | 'cell'>, options: object): string =>
  filmOf(renderWidget(clock, { timezone: 'Asia/Tokyo', face: 'analogue', ...options }, { ...size, begin }), 0);

test('a clock with hands on 256 x 64 and 480 x 320 pixels', () => {
  const films = [64, 32, 15].map((height) => film({ width: 64, height, cell: 'pixel' }, { align: 'center' }));
  matchesGolden(golden('face-256x64.txt'), films.join('\n'));
  matchesGolden(golden('face-480x320.txt'), film({ width: 160, height: 160, cell: 'pixel' }, { color: 'orange' }));
});

test('without pixels, or with too few, it has digits', () => {
  const words = { format: 'ddd D MMM\nHH:mm', locale: 'de' };
  matchesGolden(golden('face-20x4.txt'), film({ width: 20, height: 4, cell: 'character' }, words));
  expect(film({ width: 60, height: 14, cell: 'pixel' }, {})).toBe(
    film({ width: 60, height: 14, cell: 'pixel' }, { face: 'digital' }),
  );
});

test('hands without a format of seconds move every minute', () => {
  const pictures = renderWidget(
    clock,
    { face: 'analogue', format: 'HH:mm' },
    { width: 30, height: 30, cell: 'pixel', begin },
  );
  expect(shotsOf(pictures, 100_000).map((shot) => shot.at)).toEqual([0, 20_000, 80_000]);
});

test('a value has another colour, with digits and with hands', () => {
  const place: WidgetProof = { width: 40, height: 40, cell: 'pixel', colors: 65_536, begin };
  const shown = (options: object, busy?: number): string =>
    filmOf(renderWidget(clock, options, { ...place, values: { busy } }), 0);
  for (const face of ['digital', 'analogue']) {
    const look = { face, color: 'gray', colors: [{ from: 90, color: 'white' }], colorBy: 'busy' };
    expect(shown(look, 89)).toBe(shown({ face, color: 'gray' }));
    expect(shown(look, 90)).toBe(shown({ face, color: 'white' }));
    expect(shown(look, 90)).not.toBe(shown(look, 89));
  }
});
