import type { Frame } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { Chip } from './chip.ts';
import { Glass } from './glass.ts';

const picture = ({ width, cells }: Frame): string => {
  const text = Array.from(cells, (cell) => (cell === 1 ? '#' : '.')).join('');
  return `\n${text.match(new RegExp(`.{${width}}`, 'g'))!.join('\n')}\n`;
};

function shown(size: string, ...writes: readonly (readonly [register: 'instruction' | 'data', ...bytes: number[]])[]) {
  const chip = new Chip();
  for (const [register, ...bytes] of writes) for (const byte of bytes) chip[register](byte, 0);
  return new Glass(size, [chip]);
}

test('letters, a character of its own, and the cursor', () => {
  const glass = shown(
    '8x1',
    ['instruction', 0x30, 0x0e, 0x06, 0x48],
    ['data', 0x00, 0x0a, 0x1f, 0x1f, 0x0e, 0x04, 0x00, 0x00],
    ['instruction', 0x80],
    ['data', 0x48, 0x69, 0x01, 0x09],
  );
  expect(picture(glass.frame(1, 0))).toBe(`
#...#....#.....................................
#...#........#.#...#.#.........................
#...#...##..#####.#####........................
#####....#..#####.#####........................
#...#....#...###...###.........................
#...#....#....#.....#..........................
#...#...###....................................
........................#####..................
`);
  expect(Array.from(glass.letters().cells.slice(0, 5))).toEqual([0x48, 0x69, 1, 1, 0x20]);
});

test('what is turned off is blank, and a second line that the chip is not set to', () => {
  const hi = ['data', 0x48, 0x69] as const;
  const letters = (...instructions: readonly number[]) =>
    String.fromCharCode(
      ...shown('8x2', ['instruction', ...instructions], hi, ['instruction', 0xc0], hi).letters().cells,
    );
  expect(letters(0x38, 0x0c)).toBe('Hi      Hi      ');
  expect(letters(0x38, 0x08)).toBe(' '.repeat(16));
  expect(letters(0x30, 0x0c)).toBe('Hi              ');
});

test('bytes that the ROM has no known letter for are blocks', () => {
  expect(shown('8x1', ['instruction', 0x30, 0x0c], ['data', 0xff]).letters().cells[0]).toBe(0x2588);
});
