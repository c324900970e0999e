import { blankFrame, type CellKind, INVERTED, isInk, type Logger, surfaceOf } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import qrcode from 'qrcode-generator';
import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { drawn } from './drawn.ts';
import { qr } from './index.ts';
import { modulesOf } from './modules.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const text = 'https://example.org/panel';
const film = (proof: WidgetProof, options: object = {}): string =>
  filmOf(renderWidget(qr, { text, ...options }, proof), 0);

/** Rows of dark modules as `#`, as the generator made them. */
function expected(words: string, level: 'L' | 'H'): readonly string[] {
  const code = qrcode(0, level);
  code.addData(words);
  code.make();
  const side = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  return side.map((y) => side.map((x) => (code.isDark(y, x) ? '#' : '.')).join(''));
}

/** Reads the modules of a picture: the frame of dark ones in its corners says where it is and how large they are. */
function readBack(rows: readonly string[], dark: string): readonly string[] {
  const top = rows.findIndex((row) => row.includes(dark));
  const bottom = rows.findLastIndex((row) => row.includes(dark));
  const left = rows[top]!.indexOf(dark);
  const finder = rows[top]!.slice(left).search(new RegExp(`[^${dark}]`));
  const pixels = finder / 7;
  const side = (bottom - top + 1) / pixels;
  expect([pixels, side].every(Number.isInteger)).toBe(true);
  const places = Array.from({ length: side }, (_, index) => index * pixels);
  return places.map((y) => places.map((x) => (rows[top + y]![left + x] === dark ? '#' : '.')).join(''));
}

test.each([
  [30, {}, 'light', 'L', '.'],
  [60, {}, 'light', 'L', '.'],
  [90, {}, 'light', 'L', '.'],
  [75, {}, 'dark', 'L', '#'],
  [75, { inverted: true }, 'light', 'L', '#'],
  [75, { inverted: false }, 'dark', 'L', '.'],
  [75, { correction: 'high' }, 'light', 'H', '.'],
] as const)('the pixels on the glass are the modules, on %i pixels, %j, %s ink', (side, options, ink, level, dark) => {
  const rows = film({ width: side + 4, height: side, cell: 'pixel', colors: 2, ink }, options)
    .split('\n')
    .slice(1, -1);
  const painted = rows.map((row) => row.slice(2, -2));
  const inside = dark === '.' ? cutOut(painted) : painted;
  expect(readBack(inside, dark)).toEqual(expected(text, level));
});

/** What lies on the light ground. */
function cutOut(rows: readonly string[]): readonly string[] {
  const lit = rows.filter((row) => row.includes('#'));
  const left = lit[0]!.indexOf('#');
  const right = lit[0]!.lastIndexOf('#');
  return lit.map((row) => row.slice(left, right + 1));
}

test('on characters with dark ink the dark modules are ink, too', () => {
  const proof: WidgetProof = { width: 25, height: 13, cell: 'character', ink: 'dark' };
  const blocks = film(proof).split('\n').slice(1, -1);
  const rows = blocks.flatMap((line) => {
    const letters = [...line.slice(1, -1)];
    const half = (lit: string): string => letters.map((letter) => (lit.includes(letter) ? '#' : '.')).join('');
    return [half('█▀'), half('█▄')];
  });
  expect(rows.slice(0, 25)).toEqual(expected(text, 'L'));
});

test('letters in UTF-8, digits and capitals each in their own mode', () => {
  const bytes = Array.from(new TextEncoder().encode('Grüße ☀'), (byte) => String.fromCharCode(byte)).join('');
  const rowsOf = (words: string): readonly string[] => {
    const { side, isDark } = modulesOf(words, 'low')!;
    const places = Array.from({ length: side }, (_, index) => index);
    return places.map((y) => places.map((x) => (isDark(x, y) ? '#' : '.')).join(''));
  };
  expect(rowsOf('Grüße ☀')).toEqual(expected(bytes, 'L'));
  expect(modulesOf('1'.repeat(41), 'low')!.side).toBe(21);
  expect(modulesOf('A'.repeat(25), 'low')!.side).toBe(21);
  expect(modulesOf('a'.repeat(25), 'low')!.side).toBe(25);
  expect(modulesOf('a'.repeat(2953), 'low')!.side).toBe(177);
  expect(modulesOf('a'.repeat(2954), 'low')).toBeUndefined();
});

test('modules are as large as leaves one of them free, and the rim is as wide as there is room', () => {
  const lit = (width: number, height: number, quiet = 4): string => {
    const picture = blankFrame({ width, height }, 0x12_34_56);
    drawn(
      modulesOf('A', 'low')!,
      { width, height, cell: 'pixel' },
      { quiet, inverted: false },
    )?.(surfaceOf(picture, 'pixel'));
    const painted = [...picture.cells].filter((cell) => cell !== 0x12_34_56).length;
    return `${Math.sqrt(painted)}`;
  };
  expect([20, 21, 22, 23, 29, 45, 46, 58, 63, 64].map((side) => lit(side, side))).toEqual(
    ['0', '21', '21', '23', '29', '29', '46', '58', '58', '58'].map(String),
  );
  expect(lit(63, 63, 0)).toBe('63');
  expect(lit(200, 58)).toBe('58');
});

test('on characters', () => {
  matchesGolden(golden('20x2.txt'), film({ width: 20, height: 2, cell: 'character' }));
  matchesGolden(golden('20x4.txt'), film({ width: 20, height: 4, cell: 'character' }));
  matchesGolden(golden('40x16.txt'), film({ width: 40, height: 16, cell: 'character' }));
});

test('on pixels', () => {
  matchesGolden(golden('256x64.txt'), film({ width: 96, height: 64, cell: 'pixel', colors: 2 }));
  matchesGolden(golden('480x320.txt'), film({ width: 110, height: 100, cell: 'pixel', colors: 65536 }));
});

test('a text without a code moves when it is too long, and what was needed is said once', () => {
  const messages: string[] = [];
  const log = { warn: (message: string) => messages.push(message) } as unknown as Logger;
  const proof: WidgetProof = { width: 9, height: 1, cell: 'character', log };
  const moving = shotsOf(renderWidget(qr, { text: 'some words' }, proof), 0).map(({ picture }) => picture);
  expect(moving).toEqual(['|some word|\n']);
  const ticked = renderWidget(qr, { text: 'some words' }, proof);
  expect(shotsOf(ticked, 500).map(({ picture }) => picture.trim())).toEqual([
    '|some word|',
    '|ome words|',
    expect.stringMatching(/^\|me words/),
  ]);
  expect(messages).toEqual([
    'qr: the code needs 21 x 11 characters, but the place has 9 x 1 characters, so the text is shown itself',
  ]);
});

test('another text is another code, and none is an empty place', () => {
  const values = { '{{ a }}': of('', 'a') };
  const proof: WidgetProof = { width: 30, height: 30, cell: 'pixel', values };
  const pictures = shotsOf(renderWidget(qr, { text: '{{ a }}' }, proof), 0).map(({ picture }) => picture);
  expect(pictures.length).toBe(2);
  expect(pictures[0]).not.toContain('#');
});

test('any text in any place is drawn, and nothing outside', () => {
  const texts = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary' }), fc.constant('x'.repeat(10_000)));
  const size = fc.integer({ min: 1, max: 60 });
  const options = fc.record({
    quiet: fc.integer({ min: 0, max: 16 }),
    inverted: fc.option(fc.boolean(), { nil: undefined }),
    correction: fc.constantFrom('low', 'medium', 'quartile', 'high'),
  });
  const cell = fc.constantFrom<CellKind>('pixel', 'character');
  fc.assert(
    fc.property(texts, size, size, cell, options, (words, width, height, cell, look) => {
      const proof = { width, height, cell, values: { words } };
      expect(shotsOf(renderWidget(qr, { text: 'words', ...look }, proof), 0).length).toBeGreaterThan(0);
      const picture = blankFrame({ width: width + 2, height: height + 2 }, 0x41);
      const place = surfaceOf(picture, cell).clip({ x: 1, y: 1, width, height });
      const modules = modulesOf(words, 'low');
      if (modules) drawn(modules, { width, height, cell }, look)?.(place);
      const outside = [...picture.cells].filter((_, index) => {
        const [x, y] = [index % (width + 2), Math.floor(index / (width + 2))];
        return x === 0 || y === 0 || x === width + 1 || y === height + 1;
      });
      expect(outside.every((one) => one === 0x41 && !isInk(one & ~INVERTED))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
