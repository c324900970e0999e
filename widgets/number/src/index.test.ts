import { blankFrame, surfaceOf } from '@lcdflow/core';
import { matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { concat, from, map, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { number } from './index.ts';
import { numberPicture } from './number-picture.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'cpu.busy';
const percent = (now: unknown) => ({ value: now, unit: '%', min: 0, max: 100 });
const values = {
  [value]: percent(37.4),
  'memory.used': { value: 3_420_000_000, unit: 'B', min: 0, max: 8e9 },
  'duration(uptime.seconds)': '3:04:05',
  outside: { value: -12.34, unit: '°C' },
};
const letters = (width: number, height: number): WidgetProof => ({ width, height, cell: 'character', values });
const pixels = (width: number, height: number, more: Partial<WidgetProof> = {}): WidgetProof => ({
  ...{ width, height, cell: 'pixel', values },
  ...more,
});
const picture = (options: object, proof: WidgetProof): string =>
  shotsOf(renderWidget(number, { value, ...options }, proof), 0).at(-1)!.picture;
const one = (options: object, now: unknown, width = 16): string =>
  picture(options, { ...letters(width, 1), values: { [value]: now } })
    .slice(1, -2)
    .trimEnd();

const looks: readonly object[] = [
  { label: 'CPU' },
  { value: 'memory.used', label: 'Memory', align: 'center' },
  { value: 'duration(uptime.seconds)', label: 'Up' },
  { value: 'outside', decimals: 1, align: 'right' },
];

test.each([
  [20, 2],
  [20, 4],
])('numbers on %d x %d characters', (width, height) => {
  matchesGolden(
    golden(`${width}x${height}.txt`),
    looks.map((look) => picture(look, letters(width, height))).join('\n'),
  );
});

test('numbers on places of 256 x 64 pixels', () => {
  const films = [
    picture(looks[0]!, pixels(128, 64, { colors: 2 })),
    picture(looks[1]!, pixels(128, 40, { colors: 2 })),
    picture(looks[2]!, pixels(128, 16, { colors: 2 })),
    picture(looks[3]!, pixels(128, 24, { colors: 2 })),
  ];
  matchesGolden(golden('256x64.txt'), films.join('\n'));
});

test('a number in a place of 480 x 320 pixels, red from 30 on', () => {
  const look = { label: 'Processor', color: 'silver', colors: [{ from: 30, color: 'red' }] };
  matchesGolden(golden('480x320.txt'), picture(look, pixels(160, 96, { font: '10x20', colors: 65536 })));
});

test.each([
  [{}, percent(37.4), '37 %'],
  [{}, percent(undefined), '-'],
  [{}, percent(Number.NaN), '-'],
  [{}, { value: 1234, unit: 'B/s' }, '1.2 kB/s'],
  [{}, { value: 1e30, unit: 'B' }, '1e30 B'],
  [{ decimals: 2 }, { value: 1234.5 }, '1234.50'],
  [{ decimals: 0 }, -0.4, '0'],
  [{ unit: '' }, percent(5), '5'],
  [{ unit: 'rpm' }, 900, '900 rpm'],
  [{ prefix: '+' }, percent(5), '+5 %'],
  [{}, 'a\nb', 'a b'],
  [{}, true, 'true'],
  [{}, {}, '-'],
  [{ label: 'CPU' }, percent(5), 'CPU 5 %'],
])('%j of %j is %j', (options, now, shown) => {
  expect(one(options, now)).toBe(shown);
});

test('digits on characters are as wide as their room, and leave the unit its place', () => {
  const values = { [value]: { value: 12345 } };
  const shown = picture({ unit: '%', decimals: 0, prefix: '' }, { ...letters(20, 3), values });
  expect(shown.split('\n').map((line) => line.slice(1, -1).trimEnd())).toEqual([
    ' ▐ ▀▜ ▀▜ ▌▐ ▛▀',
    ' ▐ ▄▟ ▄▟ ▙▟ ▙▄',
    ' ▐ ▙▄ ▄▟  ▐ ▄▟ %',
    '',
  ]);
});

test('digits on characters keep their width from one value to the next', () => {
  const values = { [value]: { value: 9, min: 0, max: 100 } };
  const shown = picture({ unit: '%', decimals: 0 }, { ...letters(11, 2), values });
  expect(shown).toBe('|╺╸         |\n ^^\n|_▟ %       |\n');
});

test.each(['top', 'middle', 'bottom'])('the name stands right above the digits: %s', (vertical) => {
  const rows = picture({ label: 'CPU', vertical }, letters(16, 12)).split('\n').slice(0, 12);
  const name = rows.findIndex((row) => row.includes('CPU'));
  expect(name).toBe({ top: 0, middle: 3, bottom: 7 }[vertical]);
  expect(rows.slice(0, name).join('')).toMatch(/^[ |]*$/);
  expect(rows.slice(name + 1, name + 5).join('')).toMatch(/█/);
  expect(rows.slice(name + 5).join('')).toMatch(/^[ |]*$/);
});

test('where not all has room the name goes first, then the unit', () => {
  const shown = [12, 10, 7, 5, 4, 3].map((width) => one({ label: 'CPU' }, { value: 1234.5, unit: 'B/s' }, width));
  expect(shown).toEqual(['CPU 1.2 kB/s', '1.2 kB/s', '1.2', '1.2', '1.2', '1.2']);
});

test('a value that gets shorter keeps the size of its letters', () => {
  const proof = pixels(40, 32, { values: { [value]: from([5, 123456, 5]) } });
  const shots = shotsOf(renderWidget(number, { value, decimals: 0 }, proof), 0).map(({ picture: shown }) => shown);
  expect(shots).toHaveLength(3);
  const inked = (shown: string): number => shown.split('\n').filter((row) => row.includes('#')).length;
  expect(inked(shots[2]!)).toBe(inked(shots[1]!));
  expect(inked(shots[0]!)).toBeGreaterThan(inked(shots[2]!));
});

test('it is painted when something that is seen has changed', () => {
  const now = concat(
    of(percent(37.1)),
    timer(10).pipe(map(() => percent(37.3))),
    timer(10).pipe(map(() => percent(38))),
  );
  const proof = { ...letters(8, 2), values: { [value]: now } };
  expect(shotsOf(renderWidget(number, { value }, proof), 50).map(({ at }) => at)).toEqual([0, 20]);
});

const absurd = fc.oneof(
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(1e30, -1e308, undefined, null, 7n, {}, [[1]], 'x'.repeat(10_000), '\x1b[2J\0'),
);
const size = fc.integer({ min: 1, max: 70 });
const cell = fc.constantFrom('pixel' as const, 'character' as const);
const options = fc.record(
  {
    decimals: fc.constantFrom(0, 15),
    unit: fc.string({ unit: 'binary' }),
    prefix: fc.string({ unit: 'binary' }),
    align: fc.constantFrom('left', 'center', 'right'),
    vertical: fc.constantFrom('top', 'middle', 'bottom'),
    color: fc.constantFrom('red', 'no colour'),
  },
  { requiredKeys: [] },
);

test('any value with any options in any place is drawn', () => {
  fc.assert(
    fc.property(
      options,
      fc.array(absurd, { minLength: 1 }),
      absurd,
      size,
      size,
      cell,
      (look, list, words, width, height, kind) => {
        const proof = { width, height, cell: kind, values: { list: from(list), words } };
        const given = { ...look, value: 'list', label: 'words' };
        expect(shotsOf(renderWidget(number, given, proof), 0).length).toBeGreaterThan(0);
      },
    ),
  );
});

test('nothing is drawn outside of the place', () => {
  const view = fc.record({
    digits: fc.constantFrom('', '-', '37', '12:34', 'x'.repeat(200)),
    longest: fc.constantFrom('', '100', 'x'.repeat(200)),
    unit: fc.constantFrom('', '%', 'kB/s'),
    name: fc.constantFrom('', 'CPU', 'x'.repeat(200)),
    align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    vertical: fc.constantFrom('top' as const, 'bottom' as const),
  });
  fc.assert(
    fc.property(view, size, size, cell, (look, width, height, kind) => {
      const frame = blankFrame({ width: width + 4, height: height + 4 }, 0x123456);
      numberPicture({ ...look, color: 1, nameColor: 2 })(
        surfaceOf(frame, kind, '6x8').clip({ x: 2, y: 2, width, height }),
      );
      const isInside = (index: number): boolean => {
        const [x, y] = [(index % frame.width) - 2, Math.floor(index / frame.width) - 2];
        return x >= 0 && y >= 0 && x < width && y < height;
      };
      expect(frame.cells.every((now, index) => now === 0x123456 || isInside(index))).toBe(true);
    }),
  );
});
