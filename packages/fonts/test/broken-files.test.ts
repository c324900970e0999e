import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LcdError } from '@lcdflow/core';
import { fuzz, must } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { bitmapFont } from '../src/bitmap-font.ts';
import { readLetters } from '../src/open-font.ts';
import { isOutline, lettersOf } from '../src/sfnt.ts';
import { psfOne, psfTwo, TINY_BDF } from './tiny-fonts.ts';

const PCF = '/usr/share/fonts/X11/misc/4x6-KOI8-R.pcf.gz';
const TTF = '/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf';
const hasPcf = existsSync(PCF);
const small = (): readonly Uint8Array[] => [
  Buffer.from(TINY_BDF),
  psfOne(),
  psfTwo(),
  ...(hasPcf ? [gunzipSync(readFileSync(PCF))] : []),
];
const SOME = [...'A0é一\u0301\u{1f600}'].map((letter) => letter.codePointAt(0)!);

/** Either a clear error, or a font whose letters are all of a size they may have. */
function isSafe(bytes: Uint8Array): void {
  try {
    const font = bitmapFont('any', readLetters(bytes));
    must(font.width >= 1 && font.width <= 256 && font.height >= 1 && font.height <= 256, 'a size');
    for (const codePoint of SOME) {
      const glyph = font.glyph(codePoint);
      must(glyph === undefined || glyph.rows.length === font.height, 'as many rows as the font has');
      const mask = font.mask?.(String.fromCodePoint(codePoint));
      must(mask === undefined || mask.coverage.length === mask.width * font.height, 'a whole mask');
    }
  } catch (error) {
    must(error instanceof LcdError, `an LcdError and not ${error}`);
  }
}

test('a file that is cut off at any byte', () => {
  for (const bytes of small()) {
    const step = Math.max(1, Math.floor(bytes.length / 3000));
    for (let length = 0; length < bytes.length; length += step) isSafe(bytes.subarray(0, length));
  }
});

test('a file with any bytes changed', () => {
  const files = small();
  fuzz(4000, (random) => {
    const bytes = Uint8Array.from(files[random(files.length)]!);
    const near = random(2) === 0 ? 200 : bytes.length;
    for (let changes = 1 + random(4); changes > 0; changes--)
      bytes[random(Math.min(near, bytes.length))] = [0, 1, 0x7f, 0x80, 0xff, random(256)][random(6)]!;
    isSafe(bytes);
  });
});

test('garbage behind the first bytes of each format', () => {
  const heads = [
    [1, 0x66, 0x63, 0x70],
    [0x36, 4],
    [0x72, 0xb5, 0x4a, 0x86],
    [...Buffer.from('STARTFONT 2.1\nCHARS 3\n')],
  ];
  fuzz(2000, (random) => {
    const rest = Array.from({ length: random(300) }, () => (random(2) === 0 ? random(4) : random(256)));
    isSafe(Uint8Array.from([...heads[random(heads.length)]!, ...rest]));
  });
});

test.skipIf(!existsSync(TTF))(
  'the table of letters of a broken TrueType font (needs apt-get install fonts-dejavu)',
  () => {
    const whole = readFileSync(TTF);
    expect(lettersOf(whole)(0x41)).toBe(true);
    expect(lettersOf(whole)(0x6f22)).toBe(false);
    fuzz(300, (random) => {
      const bytes = Uint8Array.from(whole.subarray(0, random(2) === 0 ? whole.length : random(whole.length)));
      for (let changes = 0; changes < 8; changes++) bytes[random(Math.min(400, bytes.length))] = random(256);
      if (!isOutline(bytes)) return;
      try {
        const has = lettersOf(bytes);
        for (const codePoint of SOME) has(codePoint);
      } catch (error) {
        must(error instanceof LcdError, `an LcdError and not ${error}`);
      }
    });
  },
);
