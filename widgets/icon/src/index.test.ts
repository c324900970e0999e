import { blankFrame, dotMatrix, letterDots, surfaceOf } from '@lcdflow/core';
import { filmOf, matchesGolden, picture, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from, of } from 'rxjs';
import { expect, test } from 'vitest';
import { bitmapOf } from './bitmap.ts';
import { iconPicture } from './icon-picture.ts';
import { icon } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const shot = (proof: WidgetProof, options: object): string =>
  shotsOf(renderWidget(icon, options, proof), 0).at(-1)!.picture;

/** What a person sees of a place of letters: icons are letters that no font has. */
function dots(letters: string): string {
  const rows = letters
    .trimEnd()
    .split('\n')
    .map((row) => Array.from(row).slice(1, -1));
  const [width, height] = [rows[0]!.length, rows.length];
  const at = (index: number): number => rows[Math.floor(index / width)]![index % width]!.codePointAt(0)!;
  return picture(
    dotMatrix({ width, height }, (index) => letterDots(at(index)), { ink: 0xffffff, paper: 0 }),
    'pixel',
  );
}

const HEART = [
  '.....|.....|.....',
  '.*.*.|.....|.*.*.',
  '*****|.*.*.|*****',
  '*****|*****|*****',
  '.***.|.***.|.***.',
  '..*..|..*..|..*..',
];
const NAMES = ['mail', 'cpu', 'battery-medium', 'signal-2', 'fan'];

test('on 20 x 2 and 20 x 4 characters', () => {
  const films = (height: number): string =>
    [...NAMES.map((name) => ({ name })), { bitmap: HEART }]
      .map((options) => dots(shot({ width: 3, height, cell: 'character' }, options)))
      .join('\n');
  matchesGolden(golden('20x2.txt'), films(2));
  matchesGolden(golden('20x4.txt'), films(4));
});

test('on places of a mono panel of 256 x 64, in any colour', () => {
  const places = [8, 16, 24].map((size) => ({ width: size, height: size, cell: 'pixel', colors: 2 }) as const);
  const shots = NAMES.flatMap((name) => places.map((place) => shot(place, { name, color: 'red' })));
  matchesGolden(golden('256x64.txt'), shots.join('\n'));
});

test('on places of a colour panel of 480 x 320', () => {
  const place = { width: 48, height: 48, cell: 'pixel', colors: 65536 } as const;
  const options = {
    value: 'cpu',
    colors: [
      { from: 50, color: 'yellow' },
      { from: 80, color: 'red' },
    ],
  };
  const shots = ['cpu', 'bell', 'fan'].map((name, index) =>
    shot({ ...place, values: { cpu: of(index * 40) } }, { name, ...options }),
  );
  matchesGolden(golden('480x320.txt'), shots.join('\n'));
});

test('an animation as it is written in the config, by the clock', () => {
  const place = { width: 5, height: 6, cell: 'pixel', begin: 300 } as const;
  matchesGolden(golden('animation.txt'), filmOf(renderWidget(icon, { bitmap: HEART, speed: '250ms' }, place), 1000));
});

test('a text of several lines is as good as a list of rows, with blanks between bitmaps', () => {
  const place = { width: 5, height: 6, cell: 'pixel' } as const;
  const text = `\n${HEART.join('\n').replaceAll('|', '   ')}\n`;
  expect(filmOf(renderWidget(icon, { bitmap: text }, place), 2000)).toBe(
    filmOf(renderWidget(icon, { bitmap: HEART }, place), 2000),
  );
});

test('the name may be what an expression tells, and nothing while that is none', () => {
  const told = from(['sun', 'fog', undefined, 'no such icon', 7, 'sun']);
  const place = { width: 5, height: 8, cell: 'pixel', values: { 'outside.icon': told } } as const;
  const shots = shotsOf(renderWidget(icon, { name: 'outside.icon' }, place), 0).map(({ picture }) => picture);
  const named = (name: string) => shot(place, { name });
  const nothing = '.....\n'.repeat(8);
  expect(shots).toEqual([named('sun'), named('fog'), nothing, nothing, nothing, named('sun')]);
});

test('what is still makes no pictures, and what is animated one at each step', () => {
  const film = (name: string) => shotsOf(renderWidget(icon, { name }, { width: 5, height: 8, cell: 'pixel' }), 2000);
  expect(film('mail').length).toBe(1);
  expect(film('fan').map(({ at }) => at)).toEqual([0, 500, 1000, 1500, 2000]);
});

test('no animation is faster than 20 bitmaps a second', () => {
  const film = shotsOf(renderWidget(icon, { name: 'fan', speed: '1ms' }, { width: 5, height: 8, cell: 'pixel' }), 200);
  expect(film.map(({ at }) => at)).toEqual([0, 50, 100, 150, 200]);
});

test('the value chooses the icon: the largest limit it reaches, else the name, else nothing', () => {
  const icons = [
    { from: 50, icon: 'battery-full' },
    { from: 0, icon: 'battery-empty' },
    { from: 20, icon: 'battery-medium' },
  ];
  const place = { width: 10, height: 7, cell: 'pixel' } as const;
  const shown = (now: unknown, options: object = {}) =>
    shot({ ...place, values: { percent: of(now) } }, { value: 'percent', icons, ...options });
  const named = (name: string) => shot(place, { name });
  expect(shown(0)).toBe(named('battery-empty'));
  expect(shown(19.9)).toBe(named('battery-empty'));
  expect(shown(20)).toBe(named('battery-medium'));
  expect(shown(1e30)).toBe(named('battery-full'));
  expect(shown(-1, { name: 'plug' })).toBe(named('plug'));
  expect(shown(Number.NaN, { name: 'plug' })).toBe(named('plug'));
  expect(shown(undefined)).not.toContain('#');
});

test('values that choose the same are one picture', () => {
  const values = { n: from([1, 2, 3, 90, 95]) };
  const options = { name: 'mail', value: 'n', colors: [{ from: 80, color: 'red' }] };
  expect(shotsOf(renderWidget(icon, options, { width: 8, height: 8, cell: 'pixel', values }), 0).length).toBe(2);
});

test('a picture larger than a letter takes several of them, blank ones excepted', () => {
  const bitmap = ['*****.....*', '*****.....*'];
  expect(dots(shot({ width: 3, height: 1, cell: 'character' }, { bitmap }))).toBe(
    `${'#####.......#....\n'.repeat(2)}${`${'.'.repeat(17)}\n`.repeat(6)}`,
  );
  const frame = blankFrame({ width: 3, height: 1 }, 0x41);
  iconPicture([bitmapOf(bitmap)], 0)(surfaceOf(frame, 'character'));
  expect(frame.cells[1]).toBe(0x41);
});

test('whatever is drawn and wherever: nothing outside is touched', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const rows = fc.array(fc.string({ unit: fc.constantFrom('*', '.', ' ', '|', 'ä', '\u0000') }), { maxLength: 40 });
  fc.assert(
    fc.property(rows, size, size, cell, (rows, width, height, cell) => {
      const frame = blankFrame({ width: width + 10, height: height + 10 }, 0x2e);
      iconPicture([bitmapOf(rows)], 1)(surfaceOf(frame, cell, '6x8').clip({ x: 5, y: 5, width, height }));
      const outside = frame.cells.filter((dot, index) => {
        const [x, y] = [(index % frame.width) - 5, Math.floor(index / frame.width) - 5];
        return dot !== 0x2e && !(x >= 0 && x < width && y >= 0 && y < height);
      });
      expect(outside.length).toBe(0);
    }),
  );
});

test('any options are drawn, and never throw', () => {
  const absurd = fc.oneof(
    fc.double(),
    fc.string(),
    fc.constantFrom(1e30, undefined, null, 7n, {}, [], 'x'.repeat(1e4)),
  );
  const options = fc.record(
    {
      name: fc.oneof(fc.string(), fc.constantFrom('mail', 'fan', '__proto__')),
      bitmap: fc.oneof(fc.string(), fc.array(fc.string({ unit: fc.constantFrom('*', '.', '|', ' ') }))),
      icons: fc.array(fc.record({ from: fc.double(), icon: fc.string() })),
      color: fc.string(),
      speed: fc.string(),
    },
    { requiredKeys: [] },
  );
  const size = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(options, absurd, size, size, (options, now, width, height) => {
      const values = { [`${options.name}`]: of(now), n: of(now) };
      const proof = { width, height, cell: 'pixel', values } as const;
      expect(shot(proof, { ...options, value: 'n' })).not.toBe('');
    }),
  );
});
