import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FONT_NAMES, fontNamed } from './catalog.ts';
import type { Font } from './font.ts';
import { letterGlyph } from './letter-glyph.ts';

const FONTS = FONT_NAMES.map((name) => fontNamed(name)!);
const letter = (font: Font | string, text: string | number): readonly string[] => {
  const { rows } = letterGlyph(
    typeof font === 'string' ? fontNamed(font)! : font,
    typeof text === 'string' ? text.codePointAt(0)! : text,
  );
  const { width } = typeof font === 'string' ? fontNamed(font)! : font;
  return [...rows].map((row) => row.toString(2).padStart(width, '0').replaceAll('0', '.').replaceAll('1', '#'));
};

test('a font draws its own letters', () => {
  for (const font of FONTS) expect(letterGlyph(font, 0x41)).toBe(font.glyph(0x41));
});

test('a missing letter is borrowed with its accents', () => {
  expect(letter('6x8', 'ü')).toEqual(letter('5x8', 'ü').map((row) => `${row}.`));
});

test('a letter that no lender has loses its accents', () => {
  expect(letter('4x6', 'ḁ')).toEqual(letter('4x6', 'a'));
});

test('a sign keeps its strokes: ≠ is borrowed, not made an =', () => {
  expect(letter('6x8', '≠')).not.toEqual(letter('6x8', '='));
});

test('a missing letter is borrowed from a font of nearly the same size', () => {
  expect(letter('6x8', '€')).toEqual(letter('5x8', '€').map((row) => `${row}.`));
});

test('borrowed letters stand on the same baseline', () => {
  const arrow = letter('8x13', '→');
  const lower = [...Array(4).fill('.'.repeat(16)), ...arrow.flatMap((row) => [row, row])];
  expect(letter('16x32', '→').slice(0, 30)).toEqual(
    lower.map((row) => (row.length === 16 ? row : row.replace(/./g, '$&$&'))),
  );
});

test('borrowed lines of boxes reach the right edge', () => {
  expect(letter('6x8', '┼')).toEqual(['..#...', '..#...', '..#...', '######', '..#...', '..#...', '..#...', '..#...']);
});

test('all blanks are blank', () => {
  for (const font of FONTS)
    for (const blank of ['\u00a0', '\u2007', '\u2009', '\u202f', '\u3000'])
      expect(letterGlyph(font, blank.codePointAt(0)!).rows.every((row) => row === 0)).toBe(true);
});

test('an unknown letter is the replacement sign, or a hollow box', () => {
  const unknown = 0x4e00;
  expect(letter('6x13', unknown)).toEqual(letter('6x13', '\ufffd'));
  expect(letter('6x8', unknown)).toEqual([
    '#####.',
    '#...#.',
    '#...#.',
    '#...#.',
    '#...#.',
    '#...#.',
    '#####.',
    '......',
  ]);
  expect(letterGlyph(fontNamed('32x64')!, unknown)).toBe(letterGlyph(fontNamed('32x64')!, 0));
});

test('every number is drawn inside the cell, and as the same object again', () => {
  const codePoint = fc.oneof(fc.nat(0x33ff), fc.nat(0x10ffff), fc.nat(0xffff_ffff));
  fc.assert(
    fc.property(fc.constantFrom(...FONTS), codePoint, (font, code) => {
      const glyph = letterGlyph(font, code);
      expect(glyph.rows).toHaveLength(font.height);
      expect(glyph.rows.every((row) => row < 2 ** font.width)).toBe(true);
      expect(letterGlyph(font, code)).toBe(glyph);
    }),
    { numRuns: 2000 },
  );
});
