import { pictureOf } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import { graphemes } from '../text/graphemes.ts';
import { visualOrder } from '../text/visual-order.ts';
import type { Surface } from '../types.ts';
import { fontNamed } from './catalog.ts';
import { isInkIn } from './drawn.ts';
import type { Font } from './font.ts';
import { type AskLast, graphemeGlyph } from './grapheme-glyph.ts';

/** A font of letters that are a single row. */
const rowFont = (rows: Readonly<Record<string, string>>, more: Partial<Font> = {}): Font => ({
  ...{ name: 'mine', width: 4, height: 1, ascent: 1 },
  glyph: (codePoint) => {
    const row = rows[String.fromCodePoint(codePoint)];
    if (row === undefined) return undefined;
    const bits = Number.parseInt(row.replaceAll('.', '0').replaceAll('#', '1'), 2);
    return { rows: Uint32Array.of(bits), width: row.length };
  },
  ...more,
});

const rowsOf = (font: Font, text: string, last?: AskLast): string =>
  visualOrder(graphemes(text))
    .map((letter) => {
      const glyph = graphemeGlyph(font, letter, last);
      return Array.from({ length: glyph.width }, (_, x) => (isInkIn(glyph, x, 0) ? '#' : '.')).join('');
    })
    .join('|');

const nobody: AskLast = () => {
  throw new Error('the last font is asked');
};

test('Arabic letters are joined in a built-in font that has them', () => {
  const text = (surface: Surface) => void surface.text({ x: 0, y: 0 }, 'سلام');
  expect(pictureOf(text, { width: 30, height: 18 }, 'pixel', '10x20').trim().split('\n')).toEqual([
    '..............................',
    '..............................',
    '.................##...........',
    '...........##....##...........',
    '...........##....##...........',
    '............##...##...........',
    '............##...##...........',
    '.............##..##...........',
    '.............##..##...........',
    '....###.......##.##........##.',
    '...#####......#####..##.##.##.',
    '...#...#.......####..##.##.##.',
    '..######...##################.',
    '.#######...#####..######.###..',
    '.##...........................',
    '.##...........................',
    '.##...........................',
    '.##...........................',
  ]);
});

test('a letter whose form a font lacks is the plain one, and nobody else is asked for it', () => {
  const font = rowFont({ ب: '####', م: '#..#', ﺑ: '.###' });
  expect(rowsOf(font, 'بمب', nobody)).toBe('####|#..#|.###');
});

test('the letters of a font itself are better than joined ones of a built-in font', () => {
  const size = { width: 10, height: 20, ascent: 16 };
  const plain = { width: 10, coverage: new Uint8Array(200) };
  const outlines = rowFont({}, { ...size, mask: (grapheme) => ('بلا'.includes(grapheme) ? plain : undefined) });
  expect(graphemeGlyph(outlines, 'ﺑ')).toBe(plain);
  expect(graphemeGlyph(outlines, 'ﻻ')).toBe(plain);
  const bits = rowFont({ ب: '##########', ل: '#........#', ا: '#.........' }, size);
  expect(['ﺑ', 'ﺑ\u064f', 'ﻻ'].map((letter) => rowsOf(bits, letter))).toEqual([
    '##########',
    '##########',
    '#....#...#',
  ]);
  expect(graphemeGlyph(bits, 'ﺳ')).toEqual(graphemeGlyph(fontNamed('10x20')!, 'ﺳ'));
});

test('lam and alef without their sign share its cell, and have their own widths where letters are of different ones', () => {
  const rows = { ل: '.#.#', ا: '...#' };
  expect(rowsOf(rowFont(rows), 'لا', nobody)).toBe('.###');
  expect(rowsOf(rowFont(rows, { proportional: true }), 'لا', nobody)).toBe('...#.#.#');
  expect(rowsOf(rowFont({ ...rows, ﻻ: '#..#' }), 'لا', nobody)).toBe('#..#');
  const sign = { width: 2, coverage: Uint8Array.of(255, 0) };
  const outlines = rowFont({}, { mask: (grapheme) => (grapheme === 'لا' ? sign : undefined) });
  expect(rowsOf(outlines, 'لا', nobody)).toBe('#.');
});

test('the last font has the form, or the plain letter', () => {
  const last = rowFont({ ب: '.##.', ﺑ: '###.', ل: '.#..', ا: '..#.' });
  expect(rowsOf(rowFont({}), 'بب', () => last)).toBe('.##.|###.');
  expect(rowsOf(rowFont({}), 'لا', () => last)).toBe('.##.');
  expect(rowsOf(rowFont({}, { proportional: true }), 'لا', () => last)).toBe('.##.');
});

test('letters of the last font reach the edges of a wider cell where they are joined', () => {
  const last = rowFont({ ﺏ: '####', ﺐ: '####', ﺑ: '####', ﺒ: '#..#', ـ: '####' });
  const wide = rowFont({}, { width: 7 });
  expect(rowsOf(wide, 'ب', () => last)).toBe('.####..');
  expect(rowsOf(wide, 'ببـب', () => last)).toBe('.######|#######|##..###|#####..');
});

test('so do those of a smaller built-in font', () => {
  const edges = (font: Font, letter: string): readonly boolean[] => {
    const glyph = graphemeGlyph(font, letter);
    const rows = Array.from({ length: font.height }, (_, y) => y);
    return [0, font.width - 1].map((x) => rows.some((y) => isInkIn(glyph, x, y)));
  };
  const large = rowFont({}, { width: 35, height: 40, ascent: 32 });
  for (const font of [fontNamed('12x24')!, large])
    expect(['ﺏ', 'ﺐ', 'ﺑ', 'ﺒ'].map((letter) => edges(font, letter))).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
});

test('a text is as wide as it is drawn', () => {
  const proportional = rowFont({ ب: '##', ﺑ: '#', ل: '###', ا: '#', ﻼ: '#####', a: '####' }, { proportional: true });
  const named = new Map([['mine', proportional]]);
  const last = rowFont({ م: '####', ﻻ: '####' });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابلم\u200c\u064e a') }), (text) => {
      for (const font of ['mine', '10x20', '6x8']) {
        const surface = surfaceOf(blankFrame({ width: 8, height: 4 }), 'pixel', font, 2, { named, last: () => last });
        expect(surface.measure(text)).toEqual(surface.text({ x: 0, y: 0 }, text));
      }
    }),
  );
});
