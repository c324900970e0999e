import { describe, expect, test } from 'vitest';
import { latin } from './commands.ts';
import { type RowEnd, Screen } from './screen.ts';

const SIZE = { width: 4, height: 4 };

const written = (text: string, change: (screen: Screen) => void = () => {}, rowEnd: RowEnd = 'lost'): Screen => {
  const screen = new Screen(SIZE, rowEnd);
  change(screen);
  for (const letter of text) screen.write(letter.charCodeAt(0));
  return screen;
};
const rows = ({ codes }: Screen): string =>
  [0, 4, 8, 12].map((start) => latin(codes.subarray(start, start + 4))).join('|');
const off = (mode: 'wrap' | 'scroll') => (screen: Screen) => {
  screen[mode] = false;
};

describe('text', () => {
  test('goes on in the next row', () => {
    const screen = written('abcdef');
    expect(rows(screen)).toBe('abcd|ef  |    |    ');
    expect(screen.cursor).toEqual({ x: 2, y: 1 });
  });

  test('scrolls behind the last place', () => {
    expect(rows(written('abcdefghijklmnop'))).toBe('efgh|ijkl|mnop|    ');
    expect(rows(written('abcdefghijklmnopqr'))).toBe('efgh|ijkl|mnop|qr  ');
  });

  test('goes on at the upper left corner without scrolling', () => {
    expect(rows(written('abcdefghijklmnopqr', off('scroll')))).toBe('qrcd|efgh|ijkl|mnop');
  });

  test('without wrapping is lost behind a row, or follows the memory', () => {
    const screen = written('abcdefgh', off('wrap'));
    expect(rows(screen)).toBe('abcd|    |    |    ');
    screen.goTo(3, 2);
    screen.write(0x78);
    expect(rows(screen)).toBe('abcd|  x |    |    ');
    expect(rows(written('abcdefghijklmnopq', off('wrap'), 'memory'))).toBe('qbcd|ijkl|efgh|mnop');
  });
});

describe('the cursor', () => {
  test.each([
    [1, 1, { x: 0, y: 0 }],
    [4, 4, { x: 3, y: 3 }],
    [0, 1, { x: 2, y: 0 }],
    [1, 0, { x: 2, y: 0 }],
    [5, 1, { x: 2, y: 0 }],
    [1, 5, { x: 2, y: 0 }],
  ])('goes to column %i of row %i', (column, row, expected) => {
    const screen = written('ab');
    screen.goTo(column, row);
    expect(screen.cursor).toEqual(expected);
  });

  test('steps round the glass', () => {
    const screen = written('');
    screen.step(-1);
    expect(screen.cursor).toEqual({ x: 3, y: 3 });
    screen.step(1);
    expect(screen.cursor).toEqual({ x: 0, y: 0 });
  });

  test('is home after a clear', () => {
    const screen = written('abcdef');
    screen.clear();
    expect(rows(screen)).toBe('    |    |    |    ');
    expect(screen.cursor).toEqual({ x: 0, y: 0 });
  });
});
