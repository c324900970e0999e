import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from './graphemes.ts';
import { joined } from './joined.ts';
import { lettersIn } from './letters-in.ts';
import { joinedSides, unjoined } from './presentation-forms.ts';
import { visualOrder } from './visual-order.ts';

const codePoints = (text: string): string =>
  graphemes(text)
    .map((letter) => Array.from(letter, (one) => one.codePointAt(0)!.toString(16)).join('+'))
    .join(' ');

describe('words', () => {
  test.each([
    ['سلام', 'feb3 fefc fee1'],
    ['محمد', 'fee3 fea4 fee4 feaa'],
    ['دار', 'fea9 fe8d fead'],
    ['الله', 'fe8d fedf fee0 feea'],
    ['پژمان', 'fb58 fb8b fee3 fe8e fee5'],
    ['گچ', 'fb94 fb7b'],
    ['اردو ہے', 'fe8d fead fea9 feed 20 fba8 fbaf'],
    ['ئۇيغۇرچە', 'fe8b fbd8 fef3 fed0 fbd8 fead fb7c feea'],
    ['ىى', 'fbe8 fef0'],
    ['كـب', 'fedb 640 fe90'],
    ['CPU ب 5', '43 50 55 20 fe8f 20 35'],
    ['س،ب', 'feb1 60c fe8f'],
    ['ێب', '6ce fe8f'],
    ['شלב', 'feb5 5dc 5d1'],
  ])('%s', (word, expected) => expect(codePoints(word)).toBe(expected));

  test.each([
    ['لا', 'fefb'],
    ['بلا', 'fe91 fefc'],
    ['لآلألإ', 'fef5 fef7 fef9'],
    ['لا\u0653', 'fef5'],
    ['للا', 'fedf fefc'],
    ['لل', 'fedf fede'],
    ['الا', 'fe8d fefb'],
  ])('lam and alef are one sign: %s', (word, expected) => expect(codePoints(word)).toBe(expected));

  test.each([
    ['مُحَمَّد', 'fee3+64f fea4+64e fee4+64e+651 feaa'],
    ['لَا', 'fefb+64e'],
    ['لَاً', 'fefb+64b+64e'],
    ['ب\u200eب\u00adب', 'fe91 fe92 fe90'],
  ])('letters join across marks and what is not seen: %j', (word, expected) => expect(codePoints(word)).toBe(expected));

  test.each([
    ['می\u200cشود', 'fee3 fbfd feb7 feee fea9'],
    ['ل\u200cا', 'fedd fe8d'],
    ['ه\u200d', 'feeb'],
    ['\u200dه', 'feea'],
    [' \u200dه\u200d ', '20+200d feec 20'],
    ['ب\u200d\u200cب', 'fe91 fe8f'],
    ['ب\u200c\u200dب', 'fe8f fe90'],
    ['د\u200dب', 'fea9 fe90'],
    ['ب\u2067ب', 'fe8f fe8f'],
  ])('joiners are minded: %j', (word, expected) => expect(codePoints(word)).toBe(expected));
});

test('a text has as many letters as are seen', () => {
  expect(['سلام', 'بلا لا', 'مُحَمَّد', 'می\u200cشود'].map(lettersIn)).toEqual([3, 4, 4, 5]);
});

test('the sides of forms, of the tatweel and of what is not joined', () => {
  const sides = (letter: string): string => {
    const { left, right } = joinedSides(letter.codePointAt(0)!);
    return `${left ? '<' : ''}${right ? '>' : ''}`;
  };
  expect(['ﺏ', 'ﺐ', 'ﺑ', 'ﺒ', 'ﻼ', 'ﻻ', 'ﯩ', 'ـ', 'ب', 'a'].map(sides)).toEqual([
    '',
    '>',
    '<',
    '<>',
    '>',
    '',
    '<>',
    '<>',
    '',
    '',
  ]);
});

const anything = fc.string({
  unit: fc.constantFrom(...'اآبلمدرژیىءةەێ', ...'\u064e\u0651\u0653\u200c\u200d\u200b\u2067', ...' aא1漢-'),
  maxLength: 20,
});
/** Plain letters without what has no picture; blanks may stand below marks. */
const seen = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2067 \p{M}]/gu, '')
    .replace(/[هە]/gu, 'ە');

test('no letter is lost or put elsewhere, whatever the text', () =>
  fc.assert(
    fc.property(anything, (text) => {
      const letters = graphemes(text);
      expect(seen(letters.map((letter) => (unjoined(letter) ?? letter).normalize('NFC')).join(''))).toBe(seen(text));
    }),
  ));

test('what is joined stays so however cut', () =>
  fc.assert(
    fc.property(anything, fc.nat(20), fc.nat(20), (text, from, to) => {
      const letters = graphemes(text).slice(from, to);
      expect(graphemes(letters.join(''))).toEqual(letters);
    }),
  ));

test('what is joined stays so in visual order', () =>
  fc.assert(
    fc.property(anything, (text) => {
      const shown = visualOrder(graphemes(text.replaceAll('ە', '')));
      expect(graphemes(shown.join(''))).toEqual(shown);
    }),
  ));

test('any string can be joined', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), (segments) => {
      expect(joined(segments).length).toBeLessThanOrEqual(segments.length);
    }),
  ));
