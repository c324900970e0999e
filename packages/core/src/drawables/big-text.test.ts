import { matchesGolden, picture, pictureOf } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { dotMatrix, letterDots } from '../characters/dot-matrix.ts';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import type { Frame } from '../types.ts';
import { bigText, bigTextSize } from './big-text.ts';

const shown = (text: string, width: number, height: number): Frame => {
  const frame = blankFrame({ width, height }, 0x20);
  bigText(text)(surfaceOf(frame, 'character'));
  return frame;
};

const COLORS = { ink: 0xffffff, paper: 0 };
const onGlass = (text: string, width: number, height: number): string => {
  const frame = shown(text, width, height);
  return picture(
    dotMatrix(frame, (index) => letterDots(frame.cells[index]!), COLORS),
    'pixel',
  ).replace(/\.+$/gm, '');
};
const picturesIn = ({ cells }: Frame): number => new Set(Array.from(cells, (cell) => letterDots(cell).join())).size;

describe.each([2, 3, 4])('over %d lines', (rows) => {
  test('on the glass', () => {
    const text = ['0123456789', '-1.5:%°C'].map((text) => onGlass(text, 40, rows)).join('\n');
    matchesGolden(new URL(`golden/big-text-${rows}.txt`, import.meta.url), text);
  });

  test('narrow digits on the glass', () => {
    const text = [onGlass('0123456789', 30, rows), onGlass('-123.5:°C', 20, rows)].join('\n');
    matchesGolden(new URL(`golden/big-text-narrow-${rows}.txt`, import.meta.url), text);
  });

  test('narrow ones are at most eight pictures beside what every ROM has', () => {
    const { cells, ...size } = shown('-\u20070123456789', 36, rows);
    const [blank, underline] = [' ', '_'].map((letter) => letter.codePointAt(0)!);
    const drawn = { ...size, cells: cells.map((cell) => (cell === underline ? blank! : cell)) };
    expect(picturesIn(drawn)).toBeLessThanOrEqual(9);
    expect(new Set(shown('01:23', 13, rows).cells)).toContain('.'.codePointAt(0));
  });

  test('no two digits look the same, wide or narrow', () => {
    for (const width of [3, 2]) {
      const pictures = Array.from('0123456789', (digit) => onGlass(digit, width, rows));
      expect(new Set(pictures).size).toBe(10);
    }
  });

  test('at most seven different pictures beside the blank', () => {
    expect(picturesIn(shown('-0123456789.:%', 60, rows))).toBeLessThanOrEqual(8);
  });
});

test('over two lines, as letters', () => {
  const text = (digits: string) => pictureOf(bigText(digits), { width: 20, height: 2 }, 'character');
  expect(text('01234')).toBe(['|█▀█   █ ━━█ ━━█ █▄█ |', '         ^^  ^^', '|█▄█   █ █▄▄ ▄▄█   █ |', ''].join('\n'));
  expect(text('56789')).toBe(
    ['|█━━ █━━ ▀▀█ █━█ █━█ |', '  ^^  ^^      ^   ^', '|▄▄█ █▄█   █ █▄█ ▄▄█ |', ''].join('\n'),
  );
});

test('digits of a clock always have a column between them, colons where there is room; else digits are narrow', () => {
  const clock = (width: number) => pictureOf(bigText('11:11:11'), { width, height: 2 }, 'character');
  expect(clock(27)).toBe('|  █   █ ▪   █   █ ▪   █   █|\n'.repeat(2));
  expect(clock(23)).toBe('|  █   █▪  █   █▪  █   █|\n'.repeat(2));
  expect(clock(22)).toBe('| ▐  ▐ .  ▐  ▐ .  ▐  ▐ |\n'.repeat(2));
  expect(clock(20)).toBe('| ▐  ▐. ▐  ▐. ▐  ▐   |\n'.repeat(2));
  expect(clock(17)).toBe('| ▐  ▐. ▐  ▐. ▐  ▐|\n'.repeat(2));
});

test('digits are no wider than the longest text lets them be, line by line', () => {
  const shown = (text: string, longest: string, width: number, height = 2) =>
    pictureOf(bigText(text, { longest }), { width, height }, 'character');
  expect(shown('1', '111', 11)).toBe('|  █        |\n'.repeat(2));
  expect(shown('1', '111', 10)).toBe('| ▐        |\n'.repeat(2));
  expect(shown('1', '111', 7)).toBe('|1      |\n|       |\n');
  expect(shown('111', '1', 10)).toBe('| ▐  ▐  ▐  |\n'.repeat(2));
  expect(shown('Sun\n1', 'Wednesday\n111', 8, 3)).toBe('|Sun     |\n| ▐      |\n| ▐      |\n');
  const place = { ...surfaceOf(blankFrame({ width: 10, height: 2 }), 'character'), width: 10, height: 2 };
  expect([bigTextSize('1', place).width, bigTextSize('1', place, '111').width]).toEqual([3, 2]);
});

test('what does not fit is plain text', () => {
  expect(pictureOf(bigText('11:11:11'), { width: 16, height: 2 }, 'character')).toBe(
    '|11:11:11        |\n|                |\n',
  );
  expect(pictureOf(bigText('12', { align: 'right' }), { width: 9, height: 1 }, 'character')).toBe('|       12|\n');
});

test('lies where it is wished', () => {
  const place = { width: 8, height: 4 };
  expect(pictureOf(bigText('7', { rows: 2, align: 'right', vertical: 'bottom' }), place, 'character')).toBe(
    '|        |\n|        |\n|     ▀▀█|\n|       █|\n',
  );
  expect(pictureOf(bigText('1', { rows: 3, align: 'center', vertical: 'middle' }), place, 'character')).toBe(
    '|    █   |\n|    █   |\n|    █   |\n|        |\n',
  );
});

test('a figure space is as wide as a digit', () => {
  expect(pictureOf(bigText('\u20071'), { width: 7, height: 2 }, 'character')).toBe('|      █|\n'.repeat(2));
});

test('letters that are no digits keep their width, their accents and their order', () => {
  const place = { width: 12, height: 2 };
  const shownAs = (text: string) => pictureOf(bigText(text), place, 'character').split('\n');
  expect(shownAs('日5本')).toEqual(['|   █━━      |', '     ^^', '|日 ▄▄█ 本   |', '']);
  expect(shownAs('x\u03021😀')).toEqual(['|   █        |', '|x  █ 😀     |', '']);
  expect(shownAs('של 7')).toEqual(['|▀▀█         |', '|  █ לש      |', '']);
});

test('several lines share those of the place; signs that move a cursor are blanks', () => {
  expect(
    pictureOf(bigText('1\n\u00077', { align: 'right', vertical: 'bottom' }), { width: 5, height: 5 }, 'character'),
  ).toBe('|     |\n|    █|\n|    █|\n|  ▀▀█|\n|    █|\n');
  expect(pictureOf(bigText('Sunday\n07'), { width: 8, height: 3 }, 'character')).toBe(
    '|Sunday  |\n|█▀█ ▀▀█ |\n|█▄█   █ |\n',
  );
  expect(pictureOf(bigText('1\n7'), { width: 4, height: 3 }, 'character')).toBe('|1   |\n|7   |\n|    |\n');
});

test('nothing is nothing', () => {
  expect(pictureOf(bigText(''), { width: 2, height: 2 }, 'character')).toBe('|  |\n|  |\n');
});

test('pixels show the largest font that fits', () => {
  expect(pictureOf(bigText('1'), { width: 8, height: 8 }, 'pixel', '4x6')).toBe(
    pictureOf(bigText('1'), { width: 8, height: 8 }, 'pixel', '8x16'),
  );
  expect(pictureOf(bigText('42'), { width: 40, height: 40 }, 'pixel')).toContain('####');
});
