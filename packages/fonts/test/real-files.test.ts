import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fontNamed } from '@lcdflow/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bitmapFont } from '../src/bitmap-font.ts';
import type { Letters } from '../src/letters.ts';
import { readLetters } from '../src/open-font.ts';

const X = '/usr/share/fonts/X11/misc';
const CONSOLE = '/usr/share/consolefonts';
/** Those of the built-in fonts that come from xfonts-base under their own names. */
const FIXED = ['4x6', '5x7', '5x8', '6x10', '6x13', '8x13', '9x15', '10x20'];
const SPLEEN = ['5x8', '6x12', '8x16', '12x24', '16x32', '32x64'];
const hasTool = (name: string): boolean =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name)));
const lettersIn = (path: string): Letters => {
  const bytes = readFileSync(path);
  return readLetters(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};

/** Everything that a font's letters are. */
function allOf(letters: Letters): ReadonlyMap<number, unknown> {
  const all = new Map<number, unknown>();
  for (const codePoint of [...letters.codePoints()].sort((a, b) => a - b)) {
    const { isInk, ...measures } = letters.letter(codePoint)!;
    const rows = Array.from({ length: measures.height }, (_, y) =>
      Array.from({ length: measures.width }, (_, x) => (isInk(x, y) ? '#' : '.')).join(''),
    );
    all.set(codePoint, { ...measures, rows: rows.join('/') });
  }
  return all;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-fonts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bdfOf = (pcf: string): string => {
  const path = join(folder, 'any.bdf');
  writeFileSync(path, execFileSync('pcf2bdf', [pcf], { maxBuffer: 2 ** 26 }));
  return path;
};

const hasFixed = existsSync(`${X}/6x13.pcf.gz`);

describe.skipIf(!hasFixed || !hasTool('pcf2bdf'))('PCF and BDF (needs apt-get install xfonts-base pcf2bdf)', () => {
  test.each(['4x6', '6x13', '10x20', '5x8-KOI8-R', '6x13-ISO8859-15', 'k14'])('%s is the same in both', (name) => {
    const pcf = lettersIn(`${X}/${name}.pcf.gz`);
    const bdf = lettersIn(bdfOf(`${X}/${name}.pcf.gz`));
    expect([pcf.ascent, pcf.descent]).toEqual([bdf.ascent, bdf.descent]);
    expect(allOf(pcf)).toEqual(allOf(bdf));
  });

  test.skipIf(!hasTool('bdftopcf'))('in all orders of bytes and bits (needs apt-get install bdftopcf)', () => {
    const bdf = bdfOf(`${X}/12x24.pcf.gz`);
    const expected = allOf(lettersIn(bdf));
    const path = join(folder, 'any.pcf');
    for (const bytes of ['-m', '-l'])
      for (const bits of ['-M', '-L'])
        for (const shape of ['-p1 -u1', '-p2 -u1', '-p2 -u2', '-p4 -u1', '-p4 -u2', '-p4 -u4']) {
          const flags = [bytes, bits, ...shape.split(' ')];
          execFileSync('bdftopcf', [...flags, '-o', path, bdf]);
          expect([flags, allOf(lettersIn(path))]).toEqual([flags, expected]);
        }
  });
});

test.skipIf(!hasFixed)('fonts are as they come with the framework (needs apt-get install xfonts-base)', () => {
  for (const name of FIXED) {
    const [font, own] = [bitmapFont('x', lettersIn(`${X}/${name}.pcf.gz`)), fontNamed(name)!];
    expect(font).toMatchObject({ width: own.width, height: own.height, ascent: own.ascent, proportional: false });
    for (const letter of 'Ag0Äéж→─')
      expect([letter, font.glyph(letter.codePointAt(0)!)]).toEqual([letter, own.glyph(letter.codePointAt(0)!)]);
  }
});

test.skipIf(!hasFixed)('sets of letters that are no Unicode (needs apt-get install xfonts-base)', () => {
  const all = lettersIn(`${X}/6x13.pcf.gz`);
  for (const [set, letters] of [
    ['KOI8-R', 'Aжю'],
    ['ISO8859-15', 'A€é'],
    ['ISO8859-7', 'Aλ'],
  ] as const) {
    const font = lettersIn(`${X}/6x13-${set}.pcf.gz`);
    for (const letter of letters) {
      const codePoint = letter.codePointAt(0)!;
      expect([letter, bitmapFont('x', font).glyph(codePoint)]).toEqual([letter, bitmapFont('x', all).glyph(codePoint)]);
    }
  }
  const kanji = bitmapFont('x', lettersIn(`${X}/jiskan16.pcf.gz`));
  expect(kanji).toMatchObject({ width: 8, height: 16 });
  expect(kanji.glyph(0x6f22)?.width).toBe(16);
});

describe.skipIf(!existsSync(`${CONSOLE}/spleen-8x16.psfu.gz`))('PSF (needs apt-get install fonts-spleen)', () => {
  test.each(SPLEEN)('spleen %s has the letters of its PCF', (size) => {
    const psf = bitmapFont('x', lettersIn(`${CONSOLE}/spleen-${size}.psfu.gz`));
    const pcf = bitmapFont('x', lettersIn(`${X}/spleen-${size}.pcf.gz`));
    expect([psf.width, psf.height]).toEqual([pcf.width, pcf.height]);
    expect(psf.ascent).toBe(pcf.ascent);
    for (const letter of 'Ag0Äé─')
      expect([letter, psf.glyph(letter.codePointAt(0)!)]).toEqual([letter, pcf.glyph(letter.codePointAt(0)!)]);
  });
});
