import { LcdError } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { bitmapFont } from '../src/bitmap-font.ts';
import { readLetters } from '../src/open-font.ts';
import { textPicture } from './letter-picture.ts';
import { psfOne, psfTwo, TINY_BDF } from './tiny-fonts.ts';

const fontOf = (bytes: Uint8Array | string) =>
  bitmapFont('tiny', readLetters(typeof bytes === 'string' ? Buffer.from(bytes) : bytes));
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

function failure(bytes: Uint8Array | string): string {
  try {
    fontOf(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(LcdError);
    return (error as Error).message;
  }
  return 'no error';
}

test('letters of a BDF font stand on their baseline; a wide one takes two cells, an accent stands on its letter', () => {
  const font = fontOf(TINY_BDF);
  expect(font).toMatchObject({ width: 6, height: 8, ascent: 6, proportional: false });
  expect(textPicture(font, 'A一', 18)).toBe(
    lines(
      '..#...............',
      '.#.#..............',
      '#...#.###########.',
      '#####.............',
      '#...#.............',
      '#...#.............',
      '..................',
      '..................',
    ),
  );
  const raised = fontOf(TINY_BDF.replace('FONT_ASCENT 6', 'FONT_ASCENT 7').replace('FONT_DESCENT 2', 'FONT_DESCENT 1'));
  expect(textPicture(raised, 'A\u0301', 6, 3)).toBe(lines('..##..', '..#...', '.#.#..'));
});

test('letters of different widths stand close together', () => {
  const font = fontOf(
    TINY_BDF.replace('ENCODING 19968', 'ENCODING 108')
      .replace('DWIDTH 12', 'DWIDTH 2')
      .replace('BBX 11', 'BBX 1')
      .replace('FFE0', '80'),
  );
  expect(font.proportional).toBe(true);
  expect(textPicture(font, 'AlA', 16, 3)).toBe(lines('..#.......#.....', '.#.#.....#.#....', '#...#.#.#...#...'));
});

test('letters that are wider than 32 pixels', () => {
  const row = `${'F'.repeat(9)}0`;
  const font = fontOf(
    TINY_BDF.replaceAll(/DWIDTH 6 0/g, 'DWIDTH 36 0')
      .replace('BBX 5 6 0 0', 'BBX 36 2 0 0')
      .replace(/20\n50\n88\nF8\n88\n88/, `${row}\n${'0'.repeat(10)}`),
  );
  expect(font.width).toBe(36);
  expect(textPicture(font, 'A', 40, 6)).toContain(`\n${'#'.repeat(36)}....\n${'.'.repeat(40)}\n`);
});

test('letters of PSF fonts, by their tables', () => {
  const one = fontOf(psfOne());
  expect(one).toMatchObject({ width: 8, height: 8, ascent: 6 });
  expect(textPicture(one, 'AΑ', 16, 3)).toBe(lines('..#.......#.....', '.#.#.....#.#....', '#...#...#...#...'));
  expect(one.glyph(0x42)).toBeUndefined();
  const two = fontOf(psfTwo());
  expect(textPicture(two, 'A', 10)).toBe(lines('##########', '#........#'));
  expect(two.glyph(0x42)).toBeUndefined();
});

test.each([
  ['', 'a font is expected: BDF, PCF, PSF, Unifont hex, TrueType or OpenType'],
  ['GIF89a', 'a font is expected: BDF, PCF, PSF, Unifont hex, TrueType or OpenType'],
  ['STARTFONT 2.1\n', ':1: CHARS is expected, but the file ends here'],
  [
    TINY_BDF.replace('FONTBOUNDINGBOX 12 8', 'FONTBOUNDINGBOX 12000 8'),
    ':5: letters of at most 256 x 256 pixels are expected',
  ],
  [
    TINY_BDF.replace('FONTBOUNDINGBOX 12 8 0 -2', 'FONTBOUNDINGBOX 12 x'),
    ':5: FONTBOUNDINGBOX with 4 whole numbers is expected',
  ],
  [TINY_BDF.replace('CHARS 3', 'CHARS 99999999'), ':12: at most 1114112 letters are expected'],
  [TINY_BDF.replace('50\n', 'zz\n'), ':20: 2 hexadecimal digits are expected'],
  [TINY_BDF.replace('BBX 11 1 0 3', 'BBX 99999 1 0 3'), ':36: letters of at most 256 x 256 pixels are expected'],
  [TINY_BDF.replace('ENDCHAR\nSTARTCHAR acute', 'STARTCHAR acute'), ':25: ENDCHAR is expected'],
  [TINY_BDF.replace('ENCODING 65\n', ''), ':24: ENCODING and BITMAP are expected before ENDCHAR'],
  [TINY_BDF.replace('ENDFONT\n', ''), ':39: ENDFONT is expected, but the file ends here'],
  [TINY_BDF.replace('FONT_ASCENT 6', 'FONT_ASCENT 600'), 'letters of 1 to 256 rows are expected, not 602'],
  [
    '0041:0000000018242442427E424242420000\n0042:00\n',
    ':2: a code point and 32 or 64 digits are expected, such as 0041:0000…',
  ],
])('what is wrong with a text is told with its line (%#)', (text, message) => {
  expect(failure(text)).toBe(message);
});

test('what is wrong with a PSF font', () => {
  const wide = psfTwo();
  wide.set([0xff, 0xff, 0, 0], 28);
  const few = psfTwo();
  few[20] = 1;
  expect([psfOne().subarray(0, 3), psfOne().subarray(0, 99), wide, few].map(failure)).toEqual([
    'a PSF font is expected, but the file is cut off in its header',
    '256 letters are expected, but the file is cut off after 99 bytes',
    'letters of at most 256 x 256 pixels are expected, not 65535 x 2',
    '4 bytes for each letter are expected, not 1',
  ]);
});
