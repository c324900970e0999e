/**
 * Writes packages/core/src/fonts/data/ from the fonts of the Debian packages xfonts-base and fonts-spleen:
 * npx tsx scripts/fonts/convert.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Letter } from '../../packages/fonts/src/letters.ts';
import { readPcf } from '../../packages/fonts/src/pcf.ts';
import { type PlacedGlyphs, packFont } from './pack.ts';

/** Where Debian installs the fonts. */
export const INSTALLED = '/usr/share/fonts/X11/misc/';
/** The installed file of each font, smallest first. */
export const FONT_FILES: Readonly<Record<string, string>> = {
  '4x6': '4x6.pcf.gz',
  '5x7': '5x7.pcf.gz',
  '5x8': '5x8.pcf.gz',
  '6x8': 'clR6x8.pcf.gz',
  '6x10': '6x10.pcf.gz',
  '6x13': '6x13.pcf.gz',
  '8x13': '8x13.pcf.gz',
  '9x15': '9x15.pcf.gz',
  '8x16': 'spleen-8x16.pcf.gz',
  '10x20': '10x20.pcf.gz',
  '12x24': 'spleen-12x24.pcf.gz',
  '16x32': 'spleen-16x32.pcf.gz',
  '32x64': 'spleen-32x64.pcf.gz',
};

/** The licence file beside the data. */
function licenceOf(file: string): string {
  if (file.startsWith('spleen')) return 'LICENSE-spleen.txt';
  return file.startsWith('cl') ? 'LICENSE-clean.txt' : 'LICENSE-misc-fixed.txt';
}

function rowsOf({ width, height, isInk }: Letter): readonly number[] {
  const rowAt = (y: number): number => {
    let row = 0;
    for (let x = 0; x < width; x++) row = row * 2 + (isInk(x, y) ? 1 : 0);
    return row;
  };
  return Array.from({ length: height }, (_, y) => rowAt(y));
}

function glyphsIn(file: string): PlacedGlyphs {
  const { ascent, descent, codePoints, letter } = readPcf(gunzipSync(readFileSync(INSTALLED + file)));
  const glyphs = Array.from(codePoints(), (codePoint) => {
    const found = letter(codePoint)!;
    const { left, width, advance, top } = found;
    return [codePoint, { left, width, advance, ascent: top, rows: rowsOf(found) }] as const;
  });
  return { ascent, descent, glyphs: new Map(glyphs) };
}

/** The text of a font's module. */
export function fontModule(name: string): string {
  const file = FONT_FILES[name]!;
  const data = packFont(name, Number.parseInt(name, 10), glyphsIn(file));
  const fields = Object.entries(data).map(([key, value]) => `  ${key}: ${JSON.stringify(value).replaceAll('"', "'")},`);
  return [
    `// Made by scripts/fonts/convert.ts from ${file}; licence: ../${licenceOf(file)}`,
    "import type { FontData } from '../font-data.ts';",
    '',
    'export const data: FontData = {',
    ...fields,
    '};',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../../packages/core/src/fonts/data/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(FONT_FILES)) writeFileSync(new URL(`${name}.ts`, folder), fontModule(name));
}
