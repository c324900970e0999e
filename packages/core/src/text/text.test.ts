import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from './columns.ts';
import { graphemes } from './graphemes.ts';
import { lettersIn } from './letters-in.ts';
import { mendWide } from './mend-wide.ts';
import { visualOrder } from './visual-order.ts';

describe('graphemes', () => {
  test.each([
    ['', []],
    ['abc', ['a', 'b', 'c']],
    ['e\u0301a\u030a', ['é', 'å']],
    ['q\u0307x', ['q̇', 'x']],
    ['👩‍🚀!', ['👩‍🚀', '!']],
    ['🇩🇪', ['🇩🇪']],
    ['각', ['각']],
    ['a\u200db', ['a\u200d', 'b']],
    ['\ufeffa\u200e\u200bb\u00ad\u2066c', ['a', 'b', 'c']],
    ['\u0301a', [' \u0301', 'a']],
    ['\u200d\u0301', [' \u0301']],
  ])('of %j', (text, expected) => expect(graphemes(text)).toEqual(expected));

  test('plain letters are cut as the segmenter cuts them', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const whole = graphemes(`${text}\u{1f600}`).join('');
        expect(graphemes(text).join('')).toBe(whole.slice(0, -2));
      }),
    ));
});

test.each([
  ['a', 1],
  ['é', 1],
  ['漢', 2],
  ['カ', 2],
  ['ｶ', 1],
  ['한', 2],
  ['Ａ', 2],
  ['😀', 2],
  ['❤', 1],
  ['❤️', 2],
  ['🇩🇪', 2],
  ['█', 1],
  ['é̇', 1],
])('%s takes %d columns', (letter, columns) => expect(columnsOf(letter)).toBe(columns));

test('letters of a text', () => {
  expect(lettersIn('日本 ok')).toBe(7);
  expect(lettersIn('e\u0301')).toBe(1);
  expect(lettersIn('\u200fשלום\u200f')).toBe(4);
});

describe('visual order', () => {
  test.each([
    ['abc 123', 'abc 123'],
    ['שלום', 'םולש'],
    ['abc שלום def', 'abc םולש def'],
    ['שלום abc', 'abc םולש'],
    ['שלום 12.5%', '12.5% םולש'],
    ['CPU שלום 42', 'CPU 42 םולש'],
    ['(שלום)', '(םולש)'],
    ['שלום (עולם) 7', '7 (םלוע) םולש'],
    ['a (שלום) b', 'a (םולש) b'],
    ['مرحبا ١٢', '١٢ ابحرم'],
    ['مرحبا ١٢.٥', '١٢.٥ ابحرم'],
    ['مرحبا 12.5%', '%12.5 ابحرم'],
    ['שלום $%12', '$%12 םולש'],
    ['12 שלום', 'םולש 12'],
  ])('%s', (text, expected) => expect(visualOrder([...text]).join('')).toBe(expected));

  test('a text as long as a book is put in order, too', () => {
    const book = Array.from({ length: 300_000 }, (_, index) => 'של 12, a'[index % 8]!);
    expect(visualOrder(book)).toHaveLength(book.length);
  });

  test('no letter is lost, whatever the text', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ש', '1', ' ', '.', '-', '%', 'م', '!'), { maxLength: 20 }), (line) => {
        expect([...visualOrder(line)].sort()).toEqual([...line].sort());
      }),
    ));
});

test('half of a wide letter is a blank', () => {
  const [wide, tail] = [0x6f22, 0];
  const cells = Uint32Array.from([wide, tail, wide, 0x41, tail, wide]);
  mendWide({ width: 6, height: 1, cells });
  expect([...cells]).toEqual([wide, tail, 0x20, 0x41, 0x20, 0x20]);
});
