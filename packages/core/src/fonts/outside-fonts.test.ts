import { pictureOf } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankFrame } from '../frame.ts';
import { letterOf } from '../letter.ts';
import { surfaceOf } from '../surface.ts';
import { fontNamed } from './catalog.ts';
import type { Font, Mask } from './font.ts';
import { graphemeGlyph } from './grapheme-glyph.ts';

const font = (more: Partial<Font>): Font => ({
  name: 'mine',
  width: 4,
  height: 3,
  ascent: 2,
  glyph: () => undefined,
  ...more,
});
/** `A` is three pixels of one column. */
const narrow = font({
  proportional: true,
  glyph: (code) => (code === 0x41 ? { rows: Uint32Array.of(2, 2, 2), width: 2 } : undefined),
});
const painted = (own: Font, text: string, width: number, colors = 2) => {
  const frame = blankFrame({ width, height: own.height });
  const surface = surfaceOf(frame, 'pixel', 'mine', colors, { named: new Map([['mine', own]]) });
  return { cells: [...frame.cells], surface, size: surface.text({ x: 0, y: 0 }, text), frame };
};

test('a font of the program is used by its name, and its letters measure a display', () => {
  const fonts = { named: new Map([['mine', narrow]]) };
  const model = { width: 100, height: 50, cell: 'pixel' } as const;
  expect(letterOf(model, 'mine', fonts)).toEqual({ width: 4, height: 3 });
  expect(letterOf(model, 'other', fonts)).toEqual(letterOf(model));
  const { size, surface } = painted(narrow, 'AA', 6);
  expect([size, surface.measure('AA')]).toEqual([
    { width: 4, height: 3 },
    { width: 4, height: 3 },
  ]);
  expect(surface.measure('A', { font: '6x8' })).toEqual({ width: 6, height: 8 });
});

test('masks are blended on colours, and ink from the threshold on on two', () => {
  const mask: Mask = { width: 3, coverage: Uint8Array.of(0, 100, 255, 0, 0, 0, 0, 0, 0) };
  const soft = font({ mask: (grapheme) => (grapheme === 'A' ? mask : undefined) });
  expect(graphemeGlyph(soft, 'A')).toBe(mask);
  const row = (own: Font, colors: number) => [...painted(own, 'A', 3, colors).frame.cells.subarray(0, 3)];
  expect(row(soft, 65536)).toEqual([0, 0x646464, 0xffffff]);
  expect(row(soft, 2)).toEqual([0, 0, 0xffffff]);
  expect(row({ ...soft, threshold: 100 }, 2)).toEqual([0, 0xffffff, 0xffffff]);
});

test('what a font lacks comes from the built-in font that is nearest to its height', () => {
  const tall = font({ width: 9, height: 17, ascent: 14 });
  const [own, lent] = [graphemeGlyph(tall, 'x'), graphemeGlyph(fontNamed('8x16')!, 'x')];
  const ink = (glyph: typeof own) => ('rows' in glyph ? [...glyph.rows].filter((row) => row !== 0).length : 0);
  expect(ink(own)).toBe(ink(lent));
  expect(own.width).toBe(9);
});

test('a composed letter is put together of the parts that a font has', () => {
  const parts = font({
    glyph: (code) =>
      code === 0x41
        ? { rows: Uint32Array.of(0, 6, 6) }
        : code === 0x301
          ? { rows: Uint32Array.of(4, 0, 0) }
          : undefined,
  });
  expect(graphemeGlyph(parts, 'Á')).toEqual({ rows: Uint32Array.of(4, 6, 6), width: 4 });
});

test('the last font is asked only for what no other has', () => {
  const asked: string[] = [];
  const glyph = (text: string) =>
    graphemeGlyph(fontNamed('8x16')!, text, () => {
      asked.push(text);
      return undefined;
    });
  for (const text of ['A', 'é', 'ש', 'e\u0301', '█', '\u3042', '\u{1f600}']) glyph(text);
  expect(asked).toEqual(['\u3042', '\u{1f600}']);
});

test('a letter of the last font is moved until it is whole', () => {
  const last = font({
    name: 'last',
    width: 8,
    height: 16,
    ascent: 14,
    glyph: () => ({ rows: Uint32Array.from({ length: 16 }, (_, y) => (y >= 9 ? 0b0011_1100 : 0)) }),
  });
  const shown = (name: string) => {
    const { rows } = graphemeGlyph(fontNamed(name)!, '\u1200', () => last) as { rows: Uint32Array };
    return [...rows].map((row) => row.toString(2).padStart(Number.parseInt(name, 10), '0'));
  };
  expect(shown('6x8')).toEqual(['000000', ...Array.from({ length: 7 }, () => '011110')]);
  expect(shown('8x16').slice(6)).toEqual([
    '00000000',
    ...Array.from({ length: 7 }, () => '00111100'),
    '00000000',
    '00000000',
  ]);
  const tooSmall = fontNamed('4x6')!;
  expect(graphemeGlyph(tooSmall, '\u1200', () => last)).toEqual(graphemeGlyph(tooSmall, '\u1200'));
});

test('any text in a font of any size draws nothing outside, and takes what it measures', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 80 }),
      fc.string({ unit: fc.constantFrom('A', 'é', '漢', '\u{1f600}', '\u3042', 'ש', '\u0301', '█'), maxLength: 6 }),
      fc.boolean(),
      (width, height, text, isBold) => {
        const own = font({ width, height, ascent: Math.max(1, height - 2) });
        const frame = blankFrame({ width: 40, height: 40 });
        const whole = surfaceOf(frame, 'pixel', 'mine', 2, {
          named: new Map([['mine', own]]),
          last: () => fontNamed('8x16'),
        });
        const surface = whole.clip({ x: 5, y: 5, width: 20, height: 20 });
        expect(surface.text({ x: -3, y: 1 }, text, { bold: isBold })).toEqual(surface.measure(text));
        for (let index = 0; index < 1600; index++) {
          const inside = index % 40 >= 5 && index % 40 < 25 && index >= 200 && index < 1000;
          if (!inside && frame.cells[index] !== 0) throw new Error(`ink at ${index}`);
        }
      },
    ),
  ));

test('a wide letter has two cells, however large they are', () => {
  const wide = (name: string) =>
    pictureOf((surface) => void surface.text({ x: 0, y: 0 }, '漢'), { width: 64, height: 3 }, 'pixel', name);
  expect(wide('32x64').split('\n')[0]).toBe(`${'#'.repeat(63)}.`);
});

test('that a font lacks a letter is found out once', () => {
  const asked: number[] = [];
  const empty = font({ glyph: (codePoint) => void asked.push(codePoint) });
  for (let time = 0; time < 3; time++) graphemeGlyph(empty, '漢');
  expect(asked).toEqual([0x6f22]);
});
