import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVERTED, UNKNOWN } from '../frame.ts';
import type { Frame } from '../types.ts';
import { characterRom } from './character-rom.ts';
import { letterDots } from './dot-matrix.ts';
import { keyOf } from './dots.ts';
import { type EncodedFrame, frameEncoder } from './encode-letters.ts';
import { hd44780A00, hd44780A02, ks0073 } from './roms/index.ts';

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7];

const cellsOf = (text: string, inverted = false): readonly number[] =>
  Array.from(text, (letter) => (inverted ? (letter.codePointAt(0)! | INVERTED) >>> 0 : letter.codePointAt(0)!));
const frameOf = (...cells: readonly number[]): Frame => ({
  width: cells.length,
  height: 1,
  cells: Uint32Array.from(cells),
});

/** What is seen: letters of the ROM as themselves; glyphs as the letter of `known` with the same dots. */
function seen({ cells, glyphs }: EncodedFrame, known: string, rom = hd44780A00): string {
  const letters = new Map([...known].reverse().map((letter) => [keyOf(letterDots(letter.codePointAt(0)!)), letter]));
  return Array.from(cells, (cell) => {
    if (cell < 0x100) return String.fromCodePoint(rom.letters!.get(cell)!);
    return letters.get(keyOf(glyphs[cell & 0xff]!)) ?? '\ufffd';
  }).join('');
}

describe('letters', () => {
  test.each([
    ['of the ROM', 'Grüße: 5 µs → 3 Ω ¥', 'Grüβe: 5 μs → 3 Ω ¥'],
    ['that look like one of the ROM', '“АВ – Ο’Χ” 5° ア', `"AB - O'X" 5ﾟ ｱ`],
    ['that nobody can draw', 'a日b😀c\ud800', 'a?b?c?'],
    ['that are none', 'a\u0000b\u0007c\u0085d', 'a b c d'],
    ['that are blank', 'a\u00a0b\u2003c', 'a b c'],
    ['that the ROM lacks', 'Café \\~ ♥ ▌', 'Café \\~ ♥ ▌'],
    ['that look the same in five columns', '▏▎▍▌▋▊▉█', '▏▏▍▌▌▊▊█'],
  ])('%s', (_, text, expected) => {
    const encode = frameEncoder(hd44780A00, SLOTS);
    expect(seen(encode(frameOf(...cellsOf(text))), text)).toBe(expected);
  });

  test('that are joined are the plain ones where a ROM has these, and otherwise nobody can draw them', () => {
    const rom = characterRom('arabic', { 48: '  ب?', 64: 'ل' });
    const letters = (text: string, own = rom) => frameEncoder(own, SLOTS)(frameOf(...cellsOf(text)));
    expect([...letters('ﺒﻞﻼﺳ').cells]).toEqual([0x32, 0x40, 0x33, 0x33]);
    expect([...letters('ﺒﻞﻼﺳ', hd44780A00).cells]).toEqual([0x3f, 0x3f, 0x3f, 0x3f]);
  });

  test('ROMs differ', () => {
    const text = 'Жß ²[~]█';
    const encoded = frameEncoder(hd44780A02, SLOTS)(frameOf(...cellsOf(text)));
    expect(encoded.glyphs.filter((dots) => dots).length).toBe(1);
    expect([...encoded.cells].slice(0, 7)).toEqual([0x82, 0xdf, 0x20, 0xb2, 0x5b, 0x7e, 0x5d]);
    const other = frameEncoder(ks0073, SLOTS)(frameOf(...cellsOf(text)));
    expect([...other.cells].slice(1)).toEqual([0xbe, 0x20, 0x82, 0xfa, 0xce, 0xfc, 0xd6]);
  });

  test('inverted ones are the other way round, a blank is a full block', () => {
    const { cells, glyphs } = frameEncoder(hd44780A00, SLOTS)(frameOf(...cellsOf('A ▌█', true)));
    expect([...cells].slice(1, 2)).toEqual([0xff]);
    expect(glyphs[cells[0]! & 0xff]).toEqual(letterDots((0x41 | INVERTED) >>> 0));
    expect(glyphs[cells[2]! & 0xff]).toEqual(Uint8Array.from({ length: 8 }, () => 0b00011));
    expect(cells[3]).toBe(0x20);
  });
});

describe('when there are more pictures than slots', () => {
  const shown = (text: string, inverted = ''): string =>
    seen(frameEncoder(hd44780A00, SLOTS)(frameOf(...cellsOf(text), ...cellsOf(inverted, true))), text);

  test('those go by which the fewest dots change: a mark of one letter, one row of a bar', () =>
    expect(shown('éééèèêçç▂▃▄▅▆▇')).toBe('éééèèeçç▂▃▄▅▆█'));

  test('bars become the bar that is most like them', () =>
    expect(shown('▁▁▂▂▃▃▄▅▅▆▆▇▇▌▌▐▐')).toBe('▁▁▂▂▃▃▃▅▅▆▆▇▇▌▌▐▐'));

  test('letters without a plainer one become what looks most like them', () =>
    expect(shown('ЖЖШШЩЩЪЪЫЫЬЬЭЭЮЮЯ')).toBe('ЖЖШШЩЩЪЪЫЫЬЬЭЭЮЮθ'));

  test('inverted letters have what is left', () => {
    expect(shown('éèçž€', 'MENU')).toBe('éèçž€\ufffd\ufffd\ufffdU');
    expect(shown('éèçž€♥▂▄', 'MENU')).toBe('éèçž€♥▂▄MENU');
  });

  test('inverted shapes are shapes like others', () => {
    // The cedilla is missed least.
    const text = 'éèçžşê';
    const encoded = frameEncoder(hd44780A00, SLOTS)(frameOf(...cellsOf(`${text}MM`), ...cellsOf('▌▂▄', true)));
    expect(seen(encoded, text)).toBe('éèçžsêMM\ufffd\ufffd\ufffd');
    const blank = frameEncoder(hd44780A02, SLOTS)(frameOf(...cellsOf('M ', true), ...cellsOf('▁▂▃▄▅▆▇')));
    expect([...blank.cells].map((code) => (code > 0xff ? '#' : String.fromCharCode(code))).join('')).toBe('M########');
  });
});

describe('corners', () => {
  const cornersIn = (encode: ReturnType<typeof frameEncoder>, others: string): string => {
    const shown = seen(encode(frameOf(...cellsOf(`┌─┐│└─┘${others}`))), `┌─┐│└─┘${others}`);
    return [0, 2, 4, 6].map((at) => shown[at]).join('');
  };

  const rows = (bars: string, frame: string): string =>
    seen(frameEncoder(hd44780A00, SLOTS)(frameOf(...cellsOf(bars + frame))), frame + bars).slice(bars.length);

  test('for which nothing is left are plus signs, so that a frame is closed', () => {
    expect(rows('▁▂▃▄▅▆▇'.repeat(3), '┌─┐│└─┘')).toBe('+-+|+-+');
    expect(rows('▁▂▃▄▅▆▇'.repeat(3), '╔═╗║╚═╝├┼┤╭╮╯╰')).not.toMatch(/[ ╔╗╚╝├┼┤╭╮╯╰]/);
  });

  test('stay as long as less is lost by a step of a bar', () => expect(rows('▂▃▄▅▆', '┌──┐│└──┘')).toBe('┌--┐|└--┘'));

  test('stay as they are when either way is about as good, so that a frame round a graph does not flicker', () => {
    const after = (...texts: readonly string[]): string => {
      const encode = frameEncoder(hd44780A00, SLOTS);
      return texts.map((text) => cornersIn(encode, text)).at(-1)!;
    };
    const bars = '▁▂▃▄▅▆▇';
    const [few, middling, many] = ['', bars.repeat(2), bars.repeat(9)];
    expect([after(few), after(many)]).toEqual(['┌┐└┘', '++++']);
    expect(after(few, middling)).toBe('┌┐└┘');
    expect(after(few, many, middling)).toBe('++++');
    expect(after(few, many, few)).toBe('┌┐└┘');
  });

  test('are all themselves or all plus signs, whatever else there is and was', () => {
    const letters = fc.array(fc.constantFrom(...'▁▂▃▄▅▆▇▌▐é■'), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 5 }), (all) => {
        const encode = frameEncoder(hd44780A00, SLOTS);
        for (const bars of all) expect(['┌┐└┘', '++++']).toContain(cornersIn(encode, bars.join('')));
      }),
    );
  });
});

test('a glyph that is on the panel stays where it is when others come', () => {
  const encode = frameEncoder(hd44780A00, SLOTS);
  const first = encode(frameOf(...cellsOf('éèçž€♥▂▄')));
  const second = encode(frameOf(...cellsOf('▆♥é▄▂ç€žè')));
  for (const letter of 'éèçž€♥▂▄') {
    const [before, after] = ['éèçž€♥▂▄'.indexOf(letter), '▆♥é▄▂ç€žè'.indexOf(letter)];
    if (second.cells[after]! > 0xff) expect(second.cells[after]).toBe(first.cells[before]);
  }
});

test('a new glyph takes the slot that has not been shown for longest, and its cells differ', () => {
  const encode = frameEncoder(hd44780A00, SLOTS.slice(0, 2));
  const cell = (text: string) => encode(frameOf(...cellsOf(text))).cells[0]!;
  const first = ['é', 'è', 'é', 'ç', 'è', 'é'].map(cell);
  expect(first.map((code) => code & 0xff)).toEqual([0, 1, 0, 1, 0, 1]);
  expect(first[0]).toBe(first[2]);
  expect(first[1]).not.toBe(first[3]);
  expect(new Set(first).size).toBe(5);
});

test('any cells: as many glyphs as slots at most, the same again for the same frames, never an unknown cell', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0x20, max: 0x17f }),
    fc.integer({ min: 0x2500, max: 0x259f }),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  );
  const frames = fc.array(fc.array(cell, { minLength: 20, maxLength: 20 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(frames, fc.integer({ min: 0, max: 8 }), (all, count) => {
      const [one, other] = [0, 1].map(() => frameEncoder(hd44780A00, SLOTS.slice(0, count)));
      for (const cells of all) {
        const encoded = one!(frameOf(...cells));
        expect(encoded).toEqual(other!(frameOf(...cells)));
        const slots = [...encoded.cells].filter((code) => code > 0xff).map((code) => code & 0xff);
        for (const slot of slots) expect(encoded.glyphs[slot]).toBeDefined();
        for (const code of encoded.cells) expect(code).not.toBe(UNKNOWN);
      }
    }),
  );
});
