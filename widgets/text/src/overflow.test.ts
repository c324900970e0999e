import { lettersIn } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { map, take, timer } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { text } from './index.ts';
import { type Movement, windows } from './window.ts';
import { wrapped } from './wrapped.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const of20x2: WidgetProof = { width: 20, height: 2, cell: 'character' };
const of20x4: WidgetProof = { ...of20x2, height: 4 };
const line: WidgetProof = { width: 6, height: 1, cell: 'character' };
const value = 'A text that is far longer than one line of the panel';

const film = (proof: WidgetProof, look: object, duration = 0): string =>
  filmOf(renderWidget(text, { value, ...look }, proof), duration);
const rows = (look: object, duration: number): readonly string[] =>
  shotsOf(renderWidget(text, look, line), duration).map(({ at, picture }) => `${at} ${picture.split('\n')[0]}`);

test('a text that is too long on 20 x 2 and 20 x 4 characters', () => {
  const looks = ['clip', 'wrap', 'shrink', 'pingpong', 'marquee'].map((overflow) => ({ overflow }));
  matchesGolden(golden('overflow-20x2.txt'), looks.map((look) => film(of20x2, look)).join('\n'));
  const long = { value: `${value} and Donaudampfschifffahrtsgesellschaftskapitän`, overflow: 'wrap' };
  matchesGolden(golden('overflow-20x4.txt'), film(of20x4, long) + film(of20x4, { ...long, inverted: true }));
});

test('a text that is too long on places of 256 x 64 pixels', () => {
  const films = [
    film({ width: 128, height: 32, cell: 'pixel' }, { overflow: 'wrap', bold: true }),
    film({ width: 128, height: 40, cell: 'pixel' }, { overflow: 'wrap', font: 'fit', align: 'center', prefix: ' ' }),
    film({ width: 256, height: 16, cell: 'pixel' }, { overflow: 'shrink', font: '8x16', underlined: true }),
  ];
  matchesGolden(golden('overflow-256x64.txt'), films.join('\n'));
});

test('letters that fit are never so large that a word must be broken', () => {
  const place: WidgetProof = { width: 48, height: 64, cell: 'pixel' };
  const largest = film(place, { value: 'abcdefgh ij', overflow: 'wrap', font: 'fit', vertical: 'top' });
  expect(largest).toBe(film(place, { value: 'abcdefgh\nij', font: '6x13', vertical: 'top' }));
});

test('a text that is too long on places of 480 x 320 pixels', () => {
  const place: WidgetProof = { width: 160, height: 48, cell: 'pixel', font: '8x16' };
  const look = { overflow: 'wrap', color: 'black', background: 'orange', prefix: '“', postfix: '”' };
  matchesGolden(golden('overflow-480x320.txt'), film(place, look));
});

test('prefix and postfix stand round the value', () => {
  expect(rows({ value: '7', prefix: '+', postfix: ' °C' }, 0)).toEqual(['0 |+7 °C |']);
});

test('a line goes there and back, and stands at both ends', () => {
  expect(rows({ value: '12345678', overflow: 'pingpong', speed: 2, pause: '500ms' }, 3500)).toEqual([
    '0 |123456|',
    '1000 |234567|',
    '1500 |345678|',
    '2500 |234567|',
    '3000 |123456|',
  ]);
});

test('a marquee stands at its beginning as long as asked', () => {
  expect(rows({ value: '1234567', overflow: 'marquee', speed: 2, pause: '1s' }, 7000)).toEqual([
    '0 |123456|',
    '1500 |234567|',
    '2000 |34567 |',
    '2500 |4567  |',
    '3000 |567   |',
    '3500 |67   1|',
    '4000 |7   12|',
    '4500 |   123|',
    '5000 |  1234|',
    '5500 | 12345|',
    '6000 |123456|',
  ]);
});

test('what has no smaller letters moves', () => {
  expect(rows({ value: '1234567', overflow: 'shrink' }, 250)).toEqual(['0 |123456|', '250 |234567|']);
});

test('a text with as many letters that needs more room moves, too', () => {
  const values = {
    '{{ a }}': timer(0, 1000).pipe(
      map((second) => ['abcd', '日本語文'][second]),
      take(2),
    ),
  };
  const shots = shotsOf(renderWidget(text, { value: '{{ a }}', overflow: 'marquee' }, { ...line, values }), 1500);
  expect(shots.map(({ at, picture }) => `${at} ${picture.split('\n')[0]}`)).toEqual([
    '0 |abcd  |',
    '1000 |日本語|',
    '1250 | 本語 |',
    '1500 |本語文|',
  ]);
});

describe('in a font of different widths', () => {
  const widthOf = (part: string): number => [...part].reduce((sum, letter) => sum + (/[i ]/.test(letter) ? 2 : 6), 0);
  const place = { width: 20, measure: (part: string) => ({ width: widthOf(part), height: 8 }) };
  const shown = (words: string, movement: Movement, steps: number) => {
    const windowOf = windows(movement, place);
    return Array.from({ length: steps }, (_, step) => windowOf(words, step, undefined));
  };

  test('a line turns when its end is seen', () => {
    const seen = shown('iiiabcdef', { way: 'there and back', pause: 0 }, 14);
    expect(seen.map((part) => part.slice(0, 4))).toEqual([
      ...['iiia', 'iiab', 'iabc', 'abcd', 'bcde', 'cdef', 'def'],
      ...['cdef', 'bcde', 'abcd', 'iabc', 'iiab', 'iiia', 'iiab'],
    ]);
    expect(shown('abcd', { way: 'there and back', pause: 0 }, 4)).toEqual(['abcd', 'bcd', 'abcd', 'bcd']);
  });

  test('a line that goes round begins anew behind its end', () => {
    expect(shown('abcd', { way: 'round', pause: 0 }, 8)).toEqual([
      ...['abcd   abc', 'bcd   abcd', 'cd   abcd ', 'd   abcd  '],
      ...['   abcd   ', '  abcd   a', ' abcd   ab', 'abcd   abc'],
    ]);
  });

  test('a line is broken where its room ends', () =>
    expect(wrapped('iiiiiii iii abc abcd', 20, widthOf)).toBe('iiiiiii\niii\nabc\nabc\nd'));
});

test('letters that blink are away for half of each second, and their ground stays', () => {
  expect(shotsOf(renderWidget(text, { value: 'Alarm', blinking: true, inverted: true }, line), 1000)).toEqual([
    { at: 0, picture: '|Alarm |\n ^^^^^^\n' },
    { at: 500, picture: '|      |\n ^^^^^^\n' },
    { at: 1000, picture: '|Alarm |\n ^^^^^^\n' },
  ]);
});

test.each([
  ['one two', 3, 'one\ntwo'],
  ['one  two', 8, 'one two'],
  ['a abcdefg b', 3, 'a\nabc\ndef\ng b'],
  ['x\n\ny', 3, 'x\n\ny'],
  ['', 3, ''],
  ['👩‍🚀👩‍🚀', 1, '👩‍🚀\n👩‍🚀'],
])('%j in lines of %d letters', (words, columns, lines) => {
  expect(wrapped(words, columns, (part) => [...new Intl.Segmenter().segment(part)].length)).toBe(lines);
});

test.each([
  ['Hello 日本語です', 10, 'Hello 日本\n語です'],
  ['日本語。です', 6, '日本\n語。で\nす'],
  ['JR東日本', 4, 'JR東\n日本'],
  ['日本 語', 4, '日本\n語'],
  ['日', 1, '日'],
  ['بلا سلام', 3, 'بلا\nﺳﻼﻡ'],
  ['سلامبلا', 3, 'ﺳﻼﻣ\nﺒﻼ'],
])('%j in lines of %d cells, some of them two for a letter', (words, columns, lines) => {
  expect(wrapped(words, columns, lettersIn)).toBe(lines);
});

test('Japanese in letters that fit fills its place', () => {
  const place: WidgetProof = { width: 64, height: 32, cell: 'pixel' };
  const largest = film(place, { value: '日本語日本語日', overflow: 'wrap', font: 'fit', vertical: 'top' });
  expect(largest).toBe(film(place, { value: '日本語日\n本語日', font: '8x16', vertical: 'top' }));
});

test('wrapped lines hold every letter, and no line is too long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') }),
      fc.integer({ min: 1, max: 9 }),
      (words, most) => {
        const lines = wrapped(words, most, (part) => part.length);
        expect(lines.replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        expect(Math.max(...lines.split('\n').map((row) => row.length))).toBeLessThanOrEqual(most);
      },
    ),
  );
});
