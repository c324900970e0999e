import { blankFrame, surfaceOf } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { led } from './index.ts';
import { lampPicture } from './lamp-picture.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const value = 'mail.unread';
const picture = (proof: WidgetProof, options: object, now: unknown): string =>
  shotsOf(renderWidget(led, { value, ...options }, { ...proof, values: { [value]: now } }), 0).at(-1)!.picture;
const litAndDark = (proof: WidgetProof, options: object = {}): string =>
  [true, false].map((now) => picture(proof, options, now)).join('\n');

test('on 20 x 2 and 20 x 4 characters', () => {
  matchesGolden(golden('20x2.txt'), litAndDark({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('20x4.txt'), litAndDark({ width: 20, height: 4, cell: 'character' }));
});

test('on places of a mono panel of 256 x 64, in any colour', () => {
  const places = [5, 8, 16, 32].map((size) => ({ width: size, height: size, cell: 'pixel', colors: 2 }) as const);
  matchesGolden(golden('256x64.txt'), places.map((place) => litAndDark(place, { color: 'red' })).join('\n'));
});

test('on places of a colour panel of 480 x 320', () => {
  const places = [
    { width: 16, height: 16 },
    { width: 60, height: 40 },
  ];
  const colors = [{ from: 3, color: 'red' }];
  const shown = places.flatMap((place) =>
    [0, 1, 3].map((now) => picture({ ...place, cell: 'pixel', colors: 65536 }, { colors }, now)),
  );
  matchesGolden(golden('480x320.txt'), shown.join('\n'));
});

const line: WidgetProof = { width: 1, height: 1, cell: 'character' };

test('lit as `when` sees it: not by false, 0, an empty text or nothing', () => {
  const shown = [true, 1, -1, 'x', Number.POSITIVE_INFINITY, false, 0, '', undefined, null, Number.NaN].map((now) =>
    picture(line, {}, now).trim(),
  );
  expect(shown.join('')).toBe('|●||●||●||●||●||○||○||○||○||○||○|');
});

test('a lit lamp blinks by the clock, a dark one does not, and equal pictures come once', () => {
  const film = (now: unknown): string =>
    filmOf(renderWidget(led, { value, blinking: true }, { ...line, values: { [value]: now } }), 1000);
  expect(film(true)).toBe('at 0 ms\n|●|\n\nat 500 ms\n|○|\n\nat 1000 ms\n|●|\n');
  expect(film(false)).toBe('at 0 ms\n|○|\n');
  expect(film(from([1, 2, 3]))).toBe(film(true));
});

test('a disc is the same from all sides, as large as its place, and its ring lies inside it', () => {
  for (let size = 1; size <= 64; size++) {
    const rows = (lit: boolean): readonly string[] => {
      const frame = blankFrame({ width: size, height: size });
      lampPicture({ lit, color: 1 })(surfaceOf(frame, 'pixel', '6x8'));
      return Array.from({ length: size }, (_, y) => frame.cells.slice(y * size, (y + 1) * size).join(''));
    };
    for (const shown of [rows(true), rows(false)]) {
      expect(shown.toReversed()).toEqual(shown);
      expect(shown.map((row) => [...row].reverse().join(''))).toEqual(shown);
      expect(shown[0]).toContain('1');
      expect(shown.some((row) => row.startsWith('1'))).toBe(true);
    }
    const filled = rows(true).join('');
    expect([...rows(false).join('')].every((dot, index) => dot === '0' || filled[index] === '1')).toBe(true);
  }
});

test('whatever the value and the place, it is drawn, and nothing outside it', () => {
  const size = fc.integer({ min: 1, max: 40 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const amounts = fc.oneof(
    fc.double(),
    fc.string(),
    fc.constantFrom(1e30, undefined, null, 7n, {}, [], 'x'.repeat(1e4)),
  );
  fc.assert(
    fc.property(amounts, size, size, cell, fc.string(), (now, width, height, cell, color) => {
      expect(
        picture({ width, height, cell, colors: 2 }, { color, colors: [{ from: Number.NaN, color }] }, now),
      ).not.toBe('');
      const frame = blankFrame({ width: width + 10, height: height + 10 }, 0x2e);
      lampPicture({ lit: Boolean(now), color: 1 })(surfaceOf(frame, cell, '6x8').clip({ x: 5, y: 5, width, height }));
      const outside = frame.cells.filter((dot, index) => {
        const [x, y] = [(index % frame.width) - 5, Math.floor(index / frame.width) - 5];
        return dot !== 0x2e && !(x >= 0 && x < width && y >= 0 && y < height);
      });
      expect(outside.length).toBe(0);
    }),
  );
});
