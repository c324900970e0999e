import { expect, test } from 'vitest';
import { blockElement, shade } from './block-elements.ts';
import { brailleDots } from './braille.ts';
import { FONT_NAMES, fontNamed } from './catalog.ts';

const FONTS = FONT_NAMES.map((name) => fontNamed(name)!);
const full = (width: number): number => 2 ** width - 1;
const picture = (rows: Uint32Array | undefined, width: number): string[] =>
  [...(rows ?? [])].map((row) => row.toString(2).padStart(width, '0').replaceAll('0', '.').replaceAll('1', '#'));
const draw = (letter: string, width: number, height: number): string[] =>
  picture(blockElement(letter.codePointAt(0)!, { width, height }), width);
const side = (letters: string, width: number, height: number): string =>
  Array.from({ length: height }, (_, y) => [...letters].map((letter) => draw(letter, width, height)[y]).join(' ')).join(
    '\n',
  );

test('parts of blocks are drawn to the edges', () => {
  expect(`\n${side('▀▁▄▇▌▐▔▕▛▞', 5, 8)}\n`).toBe(`
##### ..... ..... ..... ###.. ...## ##### ....# ##### ...##
##### ..... ..... ##### ###.. ...## ..... ....# ##### ...##
##### ..... ..... ##### ###.. ...## ..... ....# ##### ...##
##### ..... ..... ##### ###.. ...## ..... ....# ##### ...##
..... ..... ##### ##### ###.. ...## ..... ....# ###.. ###..
..... ..... ##### ##### ###.. ...## ..... ....# ###.. ###..
..... ..... ##### ##### ###.. ...## ..... ....# ###.. ###..
..... ##### ##### ##### ###.. ...## ..... ....# ###.. ###..
`);
});

test.each(FONTS)('$name: the full block fills the cell', (font) => {
  expect([...font.glyph(0x2588)!.rows]).toEqual(Array(font.height).fill(full(font.width)));
});

test.each(FONTS)('$name: halves and quadrants complete each other', (font) => {
  const rows = (letter: string): number[] => [...font.glyph(letter.codePointAt(0)!)!.rows];
  for (const [one, other] of ['▀▄', '▌▐', '▘▟', '▝▙', '▖▜', '▗▛', '▚▞'].map((pair) => [...pair]))
    expect(rows(one!).map((row, y) => row + rows(other!)[y]!)).toEqual(Array(font.height).fill(full(font.width)));
});

test.each(FONTS)('$name: eighths grow and none is empty', (font) => {
  const ink = (codePoint: number): number =>
    picture(font.glyph(codePoint)!.rows, font.width).join('').replaceAll('.', '').length;
  const heights = [0x2581, 0x2582, 0x2583, 0x2584, 0x2585, 0x2586, 0x2587, 0x2588].map(ink);
  const widths = [0x258f, 0x258e, 0x258d, 0x258c, 0x258b, 0x258a, 0x2589, 0x2588].map(ink);
  for (const sizes of [heights, widths]) expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(Math.min(heights[0]!, widths[0]!, ink(0x2594), ink(0x2595))).toBeGreaterThan(0);
});

test.each(FONTS)('$name: has every block element and every braille letter', (font) => {
  for (let codePoint = 0x2580; codePoint <= 0x259f; codePoint++) expect(font.glyph(codePoint)).toBeDefined();
  for (let codePoint = 0x2800; codePoint <= 0x28ff; codePoint++) expect(font.glyph(codePoint)).toBeDefined();
});

test('shades are patterns of a quarter, a half and three quarters', () => {
  const rows = ['░', '▒', '▓'].map((letter) => picture(shade(letter.codePointAt(0)!, { width: 6, height: 2 }), 6));
  expect(rows).toEqual([
    ['#.#.#.', '......'],
    ['#.#.#.', '.#.#.#'],
    ['######', '#.#.#.'],
  ]);
});

test('braille dots lie where the Unicode chart has them', () => {
  const draw = (letter: string) => picture(brailleDots(letter.codePointAt(0)!, { width: 6, height: 8 }), 6);
  expect(draw('⣿')).toEqual(['.#..#.', '......', '.#..#.', '......', '.#..#.', '......', '.#..#.', '......']);
  expect(draw('⠑')).toEqual(['.#....', '......', '....#.', '......', '......', '......', '......', '......']);
  expect(draw('⡠')).toEqual(['......', '......', '......', '......', '....#.', '......', '.#....', '......']);
});

test('other letters are left to the font', () => {
  for (const codePoint of [0x41, 0x257f, 0x2591, 0x2593, 0x25a0])
    expect(blockElement(codePoint, { width: 5, height: 8 })).toBeUndefined();
  for (const codePoint of [0x2590, 0x2594]) expect(shade(codePoint, { width: 5, height: 8 })).toBeUndefined();
  for (const codePoint of [0x27ff, 0x2900]) expect(brailleDots(codePoint, { width: 5, height: 8 })).toBeUndefined();
});
