import { describe, expect, test } from 'vitest';
import { asciiRom, hd44780A00, hd44780A02, ks0073, matrixOrbitalRom } from './index.ts';

const ROMS = [asciiRom, hd44780A00, hd44780A02, ks0073, matrixOrbitalRom];

const rowsOf = ({ letters }: typeof asciiRom): string =>
  Array.from({ length: 16 }, (_, row) => {
    const line = Array.from({ length: 16 }, (_, column) =>
      String.fromCodePoint(letters!.get(16 * row + column) ?? 0x20),
    );
    return `${row.toString(16)}0 ${line.join('')}`.trimEnd();
  })
    .filter((line) => line.length > 2)
    .join('\n');

describe.each(ROMS)('$name', (rom) => {
  test('every letter comes back from its byte', () => {
    const { letters } = rom;
    for (const [byte, letter] of letters!) {
      expect(byte).toBeLessThan(0x100);
      expect(rom.code(letter)).toBe(byte);
    }
    expect(new Set(letters!.values()).size).toBe(letters!.size);
  });

  test('nothing stands where panels have user-defined characters', () => {
    for (let byte = 0; byte < 0x10; byte++) expect(rom.letters!.get(byte)).toBeUndefined();
  });

  test('letters, digits and the blank', () => {
    for (const letter of ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;!?%&/()=+-*#"\'')
      expect(rom.code(letter.codePointAt(0)!)).toBe(letter.codePointAt(0)!);
  });
});

test.each([
  [hd44780A00, '¥', 0x5c],
  [hd44780A00, '→', 0x7e],
  [hd44780A00, '←', 0x7f],
  [hd44780A00, '\\', undefined],
  [hd44780A00, '~', undefined],
  [hd44780A00, '｡', 0xa1],
  [hd44780A00, 'ｱ', 0xb1],
  [hd44780A00, 'ﾟ', 0xdf],
  [hd44780A00, 'ä', 0xe1],
  [hd44780A00, 'μ', 0xe4],
  [hd44780A00, '√', 0xe8],
  [hd44780A00, '¢', 0xec],
  [hd44780A00, '£', 0xed],
  [hd44780A00, 'ñ', 0xee],
  [hd44780A00, 'ö', 0xef],
  [hd44780A00, 'θ', 0xf2],
  [hd44780A00, 'Ω', 0xf4],
  [hd44780A00, 'ü', 0xf5],
  [hd44780A00, 'Σ', 0xf6],
  [hd44780A00, 'π', 0xf7],
  [hd44780A00, '÷', 0xfd],
  [hd44780A00, '█', 0xff],
  [hd44780A00, 'é', undefined],
  [hd44780A02, '\\', 0x5c],
  [hd44780A02, '~', 0x7e],
  [hd44780A02, '↑', 0x18],
  [hd44780A02, '→', 0x1a],
  [hd44780A02, 'Ж', 0x82],
  [hd44780A02, '🔔', 0x98],
  [hd44780A02, '♥', 0x9d],
  [hd44780A02, '°', 0xb0],
  [hd44780A02, 'ß', 0xdf],
  [hd44780A02, 'ÿ', 0xff],
  [hd44780A02, '█', undefined],
  [ks0073, '@', 0xa0],
  [ks0073, '$', 0xa2],
  [ks0073, '_', 0xc4],
  [ks0073, '~', 0xce],
  [ks0073, '[', 0xfa],
  [ks0073, '|', 0xfe],
  [ks0073, 'Ä', 0x5b],
  [ks0073, 'ü', 0x7e],
  [ks0073, '²', 0x82],
  [ks0073, '½', 0x8a],
  [ks0073, 'μ', 0x8f],
  [ks0073, 'δ', 0x9e],
  [ks0073, 'É', 0xbf],
  [ks0073, '█', 0xd6],
  [ks0073, '↑', 0xde],
  [ks0073, '→', 0xdf],
  [ks0073, '↓', 0xe0],
  [ks0073, '←', 0xe1],
  [ks0073, '`', undefined],
  [matrixOrbitalRom, '█', 0xff],
] as const)('$0.name: %2$s', (rom, letter, byte) => expect(rom.code(letter.codePointAt(0)!)).toBe(byte));

test('a byte that commands begin with is never shown', () => {
  expect(matrixOrbitalRom.letters!.has(0xfe)).toBe(false);
});

test('the rows of a ROM are those of its data sheet', () => {
  expect(rowsOf(ks0073).split('\n').slice(-3).join('\n')).toBe(
    ['d0       █       ↑→', 'e0 ↓←ÁÍÓÚÝáíóúýÔô', 'f0           [\\]{|}'].join('\n'),
  );
});
