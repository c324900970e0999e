import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FONT_FILES, fontModule, INSTALLED } from '../../../../scripts/fonts/convert.ts';
import { packFont } from '../../../../scripts/fonts/pack.ts';
import { FONT_NAMES, fontNamed } from './catalog.ts';
import { openFont } from './font.ts';
import { type FontData, rangesOf } from './font-data.ts';
import { letterGlyph } from './letter-glyph.ts';

const moduleOf = (name: string): URL => new URL(`data/${name}.ts`, import.meta.url);
const dataOf = async (name: string): Promise<FontData> => (await import(`./data/${name}.ts`)).data;
const codePointsOf = (data: FontData): number[] =>
  rangesOf(data).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** What every font has but `6x8`, which is ASCII. */
const LATIN = [...'äßñÉŁşžĞ€£°µ±×²½“”…│─┌┼░█⣿'];
/** What the fonts of the family misc-fixed have on top. */
const MORE = [...'αΩжЯ–•→≠∞√■'];
const LATIN_ONLY = ['8x16', '12x24', '16x32', '32x64'];

const missing = (name: string, letters: readonly string[]): string =>
  letters.filter((letter) => !fontNamed(name)!.glyph(letter.codePointAt(0)!)).join('');

test.each(FONT_NAMES)('%s: each letter of the data has rows inside the cell', async (name) => {
  const font = fontNamed(name)!;
  const wrong = codePointsOf(await dataOf(name)).filter((codePoint) => {
    const rows = font.glyph(codePoint)?.rows;
    return rows?.length !== font.height || rows.some((row) => row >= 2 ** font.width);
  });
  expect(wrong).toEqual([]);
});

test.each(FONT_NAMES)('%s: has printable ASCII, and only the space is blank', (name) => {
  for (let codePoint = 0x20; codePoint < 0x7f; codePoint++)
    expect(
      fontNamed(name)!
        .glyph(codePoint)
        ?.rows.some((row) => row !== 0),
    ).toBe(codePoint !== 0x20);
});

test.each(FONT_NAMES.filter((name) => name !== '6x8'))('%s: has the letters and signs of Europe', (name) => {
  expect(missing(name, LATIN)).toBe('');
  if (!LATIN_ONLY.includes(name)) expect(missing(name, MORE)).toBe('');
});

test.each(FONT_NAMES)('%s: draws the letters it lacks all the same', (name) => {
  const font = fontNamed(name)!;
  const unknown = letterGlyph(font, 0x4e00);
  expect([...LATIN, ...MORE].filter((letter) => letterGlyph(font, letter.codePointAt(0)!) === unknown)).toEqual([]);
});

test.each(FONT_NAMES)('%s: has as many letters as the README says', async (name) => {
  const row = readFileSync(new URL('README.md', import.meta.url), 'utf8').match(
    new RegExp(`^\\| \`${name}\` *\\|.* (\\d+) *\\|$`, 'm'),
  );
  expect(codePointsOf(await dataOf(name))).toHaveLength(Number(row?.[1]));
});

test('what is packed is what comes out', () => {
  const letters = fc.integer({ min: 1, max: 32 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      letters: fc.uniqueArray(
        fc.record({
          code: fc.integer({ min: 0x20, max: 0x7e }),
          rows: fc.array(fc.oneof(fc.constant(0), fc.nat(2 ** width - 1)), { minLength: 3, maxLength: 3 }),
        }),
        { selector: ({ code }) => code, minLength: 1 },
      ),
    }),
  );
  fc.assert(
    fc.property(letters, ({ width, letters }) => {
      const glyphs = letters.map(
        ({ code, rows }) => [code, { left: 0, width, advance: width, ascent: 2, rows }] as const,
      );
      const font = openFont(packFont('any', width, { ascent: 2, descent: 1, glyphs: new Map(glyphs) }));
      for (const { code, rows } of letters) expect([...font.glyph(code)!.rows]).toEqual(rows);
    }),
  );
});

test('letters that do not fit one cell are left out', () => {
  const glyph = { left: 0, width: 4, advance: 4, ascent: 2, rows: [9, 6, 9] };
  const glyphs = new Map([
    [0x61, glyph],
    [0x62, { ...glyph, advance: 8 }],
    [0x63, { ...glyph, left: 1 }],
    [0x64, { ...glyph, left: -1 }],
    [0x65, { ...glyph, ascent: 3 }],
    [0x66, { ...glyph, ascent: 1 }],
    [0x67, { ...glyph, left: 2, width: 2, ascent: 1, rows: [3] }],
  ]);
  const data = packFont('4x3', 4, { ascent: 2, descent: 1, glyphs });
  expect(data.ranges).toBe('61 67');
  expect([...openFont(data).glyph(0x67)!.rows]).toEqual([0, 3, 0]);
});

for (const name of FONT_NAMES) {
  const installed = existsSync(INSTALLED + FONT_FILES[name]);
  test.skipIf(!installed)(`${name}: converting ${FONT_FILES[name]} of Debian again gives the same data`, () => {
    expect(fontModule(name)).toBe(readFileSync(moduleOf(name), 'utf8'));
  });
}
