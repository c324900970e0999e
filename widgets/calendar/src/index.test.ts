import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calendar } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const begin = Date.UTC(2026, 10, 21, 12);
const letters = (width: number, height: number): WidgetProof => ({ width, height, cell: 'character', begin });
const film = (proof: WidgetProof, options: object = {}): string => filmOf(renderWidget(calendar, options, proof), 0);

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => vi.unstubAllEnvs());

test('a month, a few weeks, or the day, as there is room for', () => {
  matchesGolden(golden('20x2.txt'), film(letters(20, 2)) + film(letters(20, 1)) + film(letters(8, 2)));
  matchesGolden(golden('20x4.txt'), film(letters(20, 4), { locale: 'de' }));
  matchesGolden(golden('20x8.txt'), film(letters(20, 8)) + film(letters(20, 7), { locale: 'en-US' }));
});

test('on 256 x 64 and on places of 480 x 320 pixels', () => {
  matchesGolden(golden('256x64.txt'), film({ width: 256, height: 64, cell: 'pixel', begin }));
  const place: WidgetProof = { width: 200, height: 104, cell: 'pixel', font: '8x16', begin };
  matchesGolden(golden('480x320.txt'), film(place, { color: 'orange', locale: 'fr' }));
});

test('what height is left is shared by the rows, and half a share is above the first', () => {
  const rows = film({ width: 140, height: 96, cell: 'pixel', begin }, { font: '6x8' }).split('\n').slice(1, 97);
  const isBlank = (row: string): boolean => !row.includes('#');
  expect(rows.length).toBe(96);
  expect(rows.findIndex((row) => !isBlank(row))).toBe(2);
  expect(rows.findLastIndex((row) => !isBlank(row))).toBe(96 - 2 - 2);
});

test('a week begins where the country says, or as asked', () => {
  const names = (options: object): string => film(letters(20, 2), options).split('\n')[1]!;
  expect(names({ locale: 'en-US' })).toBe('|Su Mo Tu We Th Fr Sa|');
  expect(names({ locale: 'de' })).toBe('|Mo Di Mi Do Fr Sa So|');
  expect(names({ locale: 'de', first: 'saturday' })).toBe('|Sa So Mo Di Mi Do Fr|');
});

test('days can be told from each other, and have room, in every language', () => {
  const names = (locale: string): string => film(letters(20, 2), { locale, first: 'monday' }).split('\n')[1]!;
  expect(names('zh-CN')).toBe('|一 二 三 四 五 六 日|');
  expect(names('ja')).toBe('|月 火 水 木 金 土 日|');
  expect(names('vi')).toBe('|T2 T3 T4 T5 T6 T7 CN|');
  expect(names('ar')).toBe('|ﻥ  ﺙ  ﺭ  ﺥ  ﺝ  ﺱ  ﺡ |');
  expect(names('he')).toBe('|׳ב ׳ג ׳ד ׳ה ׳ו ׳ש ׳א|');
  expect(names('id')).toBe('|Se Se Ra Ka Ju Sa Mi|');
});

test('a new day comes at midnight of the machine, also where summer time ends', () => {
  const start = Date.parse('2026-10-24T21:59:30Z');
  const shots = shotsOf(renderWidget(calendar, {}, { ...letters(2, 1), begin: start }), 26 * 3_600_000);
  expect(shots.map(({ at, picture }) => `${at} ${picture.trim()}`)).toEqual(['0 |24|', '30000 |25|', '90030000 |26|']);
});

test('an unknown language is an error that says so', () => {
  expect(() => film(letters(20, 2), { locale: '!' })).toThrow('"!" is no language');
});

test('any day in any place is drawn', () => {
  const size = fc.integer({ min: 1, max: 150 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const options = fc.record(
    {
      locale: fc.constantFrom('ar', 'zh', 'de'),
      first: fc.constantFrom('friday'),
      font: fc.constantFrom('4x6', '32x64'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, size, size, cell, fc.nat(4e12), (given, width, height, cell, begin) => {
      expect(film({ width, height, cell, begin }, given)).not.toBe('');
    }),
  );
});
