import { existsSync } from 'node:fs';
import { blankFrame, type Font, fontNamed, paint, surfaceOf } from '@lcdflow/core';
import { matchesGolden, picture } from '@lcdflow/testkit';
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fontOpener } from '../src/index.ts';
import { UNIFONT } from '../src/system-font.ts';

const hasUnifont = UNIFONT.some((path) => existsSync(path));
const DEJAVU = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const LINES = ['Äé ñ ç ő ž 12:34', 'שלום 42 (א)', 'مرحبا ١٢', '漢字 かな 한글', '☀⚡ 😀 e\u0301 q\u0307'];
const ARABIC = ['سلام محمد', 'پژمان گچ', 'می\u200cشود', 'لا بلا ـه', 'مُحَمَّد', 'اردو ہے', 'ئۇيغۇرچە', 'abc ښب 12'];
const model = { name: 'm', width: 256, height: 64, cell: 'pixel', colors: 2, keys: [], controls: [] } as const;

/** The lines in two columns on a panel of 256 x 64. */
const sheet = (font: Font, last?: Font, lines = LINES): string => {
  const named = new Map([[font.name, font]]);
  const frame = paint(
    (surface) => {
      for (const [index, line] of lines.entries()) {
        const at = { x: 128 * (index % 2), y: Math.floor(index / 2) * surface.letter.height };
        surface.clip({ ...at, width: 128, height: surface.letter.height }).text({ x: 0, y: 0 }, line);
      }
    },
    { model, font: font.name, fonts: { named } },
    () => last,
  );
  return picture(frame, 'pixel');
};
const golden = (name: string): URL => new URL(`golden/${name}.txt`, import.meta.url);

describe.skipIf(!hasUnifont)('with Unifont (needs apt-get install xfonts-unifont)', () => {
  const unifont = (): Promise<Font> => firstValueFrom(fontOpener().last!);

  test.each(['8x16', '9x15', '10x20', '6x13'])('scripts in %s', async (name) => {
    matchesGolden(golden(name), sheet(fontNamed(name)!, await unifont()));
  });

  test.each(['8x16', '10x20'])('joined letters in %s', async (name) => {
    const drawn = sheet(fontNamed(name)!, await unifont(), ARABIC);
    matchesGolden(golden(`joined-${name}`), drawn);
  });

  test('letters are as many whole times larger as there is room for, and whole or not there', async () => {
    const last = await unifont();
    const inked = (font: string, text: string): number => {
      const frame = blankFrame({ width: 128, height: 64 });
      surfaceOf(frame, 'pixel', font, 2, { last: () => last }).text({ x: 0, y: 0 }, text);
      return frame.cells.filter((cell) => cell !== 0).length;
    };
    expect(inked('16x32', '漢')).toBe(4 * inked('8x16', '漢'));
    expect(inked('32x64', '漢')).toBe(16 * inked('8x16', '漢'));
    const boxed = (font: string) => inked(font, '漢') === inked(font, '\u{1f600}');
    expect(['4x6', '6x8', '6x13', '8x16'].map(boxed)).toEqual([true, true, true, false]);
  });

  test('it is read once for all', async () => {
    const { last } = fontOpener();
    expect(await firstValueFrom(last!)).toBe(await firstValueFrom(last!));
  });
});

test('without Unifont there is none', async () => {
  const { last } = fontOpener({
    last: ['/nowhere/unifont.pcf.gz', new URL('scripts.test.ts', import.meta.url).pathname],
  });
  expect(await lastValueFrom(last!.pipe(toArray()))).toEqual([]);
});

describe.skipIf(!existsSync(DEJAVU))('TrueType (needs apt-get install fonts-dejavu-core)', () => {
  const nice = (size: number, threshold = 0.5) =>
    fontOpener().open({ name: 'nice', path: DEJAVU, label: 'DejaVuSans.ttf', size, threshold });

  test('scripts in DejaVu Sans', async () => matchesGolden(golden('dejavu-20'), sheet(await nice(20))));

  test('joined letters in DejaVu Sans', async () =>
    matchesGolden(golden('joined-dejavu-16'), sheet(await nice(16), undefined, ARABIC)));

  test('a line is as high as asked, letters are of different widths, and each is drawn once', async () => {
    const font = await nice(24);
    expect(font).toMatchObject({ height: 24, proportional: true });
    expect(font.mask!('i')!.width).toBeLessThan(font.mask!('m')!.width);
    expect(font.mask!('m')).toBe(font.mask!('m'));
    expect(font.mask!('漢')).toBeUndefined();
  });

  test('a lower threshold has more ink on two colours; on others edges are blended', async () => {
    const colorsOf = async (threshold: number, colors: number) => {
      const font = await nice(24, threshold);
      const frame = blankFrame({ width: 100, height: 24 });
      surfaceOf(frame, 'pixel', 'nice', colors, { named: new Map([['nice', font]]) }).text({ x: 0, y: 0 }, 'Sage', {
        color: 0xff8000,
        background: 0x000040,
      });
      return frame.cells;
    };
    const ink = (cells: Uint32Array) => cells.filter((cell) => cell !== 0).length;
    const [much, little] = [await colorsOf(0.1, 2), await colorsOf(0.9, 2)];
    expect(ink(much)).toBeGreaterThan(ink(little));
    expect([...new Set(much)].sort()).toEqual([0, 0xffffff]);
    expect(new Set(await colorsOf(0.5, 65536)).size).toBeGreaterThan(8);
  });

  test('without the module it says what installs it', async () => {
    const load = () => Promise.reject(new Error("Cannot find package '@napi-rs/canvas'\nRequire stack"));
    await expect(fontOpener({ load }).open({ name: 'x', path: DEJAVU, label: 'd.ttf' })).rejects.toThrow(
      'd.ttf: TrueType needs the module @napi-rs/canvas: "npm install @napi-rs/canvas" installs it (Cannot find package \'@napi-rs/canvas\')',
    );
  });
});
