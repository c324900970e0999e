import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FONT_NAMES, fontNamed } from './catalog.ts';
import { type Font, type Glyph, openFont } from './font.ts';
import type { FontData } from './font-data.ts';
import { letterGlyph } from './letter-glyph.ts';

const LETTERS = [...'Agä€█'];
const PICTURES = new URL('pictures.txt', import.meta.url);

const pixelsOf = (row: number, width: number): string =>
  row.toString(2).padStart(width, '0').replaceAll('0', '.').replaceAll('1', '#');

function picture(font: Font, glyphs: readonly Glyph[]): string {
  const lines = Array.from({ length: font.height }, (_, y) =>
    glyphs.map(({ rows }) => pixelsOf(rows[y]!, font.width)).join(' '),
  );
  return [font.name, ...lines, ''].join('\n');
}

/** Three columns, two rows: an empty letter, ⠓ with all rows given, ▛ with its lower row repeated. */
const TINY: FontData = { name: '3x2', width: 3, height: 2, ascent: 2, ranges: '20 61-62', glyphs: 'L3g' };

test('letters look as pictures.txt shows them', () => {
  const pictures = FONT_NAMES.map((name) => {
    const font = fontNamed(name)!;
    return picture(
      font,
      LETTERS.map((letter) => letterGlyph(font, letter.codePointAt(0)!)),
    );
  }).join('\n');
  if (process.env.LCDFLOW_GOLDEN === 'write') writeFileSync(PICTURES, pictures);
  expect(pictures).toBe(readFileSync(PICTURES, 'utf8'));
});

test('unpacks the bits as the format says', () => {
  const font = openFont(TINY);
  // 0 0 | 1 011 1 101 | 1 110 0, six bits to a letter of base64: 001011 110111 100000
  expect([...font.glyph(0x20)!.rows]).toEqual([0, 0]);
  expect([...font.glyph(0x61)!.rows]).toEqual([0b011, 0b101]);
  expect([...font.glyph(0x62)!.rows]).toEqual([0b110, 0b110]);
});

test('has no letter outside its ranges', () => {
  const font = openFont(TINY);
  for (const codePoint of [0, 0x1f, 0x21, 0x60, 0x63, 0x10ffff, 0x8000_0061])
    expect(font.glyph(codePoint)).toBeUndefined();
});

test('gives the same object again', () => {
  const font = openFont(TINY);
  expect(font.glyph(0x61)).toBe(font.glyph(0x61));
});

test('decodes nothing before the first letter is asked for', () => {
  const broken: FontData = {
    ...TINY,
    get glyphs(): string {
      throw new Error('decoded');
    },
  };
  const font = openFont(broken);
  expect(font.name).toBe('3x2');
  expect(() => font.glyph(0x61)).toThrow('decoded');
});
