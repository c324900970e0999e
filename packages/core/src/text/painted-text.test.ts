import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { label } from '../drawables/label.ts';
import { marqueeText } from '../drawables/marquee-text.ts';
import type { TextStyle } from '../types.ts';

const shown = (text: string, width: number, style: TextStyle = {}) =>
  pictureOf((surface) => void surface.text({ x: 0, y: 0 }, text, style), { width, height: 10 }, 'pixel', '6x10');

test('an accent of its own is laid over its letter, as the composed one has it', () => {
  expect(shown('x\u0301', 6)).toBe(
    ['...#..', '..#...', '......', '#...#.', '.#.#..', '..#...', '.#.#..', '#...#.', '......', '......', ''].join('\n'),
  );
  expect(shown('e\u0301', 6)).toBe(shown('é', 6));
});

test('a wide letter that no font has takes its place', () => {
  expect(shown('漢', 12)).toBe(
    [
      '###########.',
      ...Array.from({ length: 6 }, () => '#.........#.'),
      '###########.',
      '............',
      '............',
      '',
    ].join('\n'),
  );
});

test('Hebrew stands in visual order', () => expect(shown('אב', 12)).toBe(beside(shown('ב', 6), shown('א', 6))));

const beside = (left: string, right: string): string => {
  const rows = right.split('\n');
  return left
    .split('\n')
    .map((row, index) => row + rows[index])
    .join('\n');
};

test('bold strokes are a pixel wider, an underline lies below the baseline', () => {
  expect(shown('l', 6, { bold: true, underlined: true })).toBe(
    ['......', '.###..', '..##..', '..##..', '..##..', '..##..', '..##..', '.####.', '......', '######', ''].join('\n'),
  );
});

test('on letters a wide one has two cells; cut in half it is a blank', () => {
  expect(pictureOf(label('漢a'), { width: 4, height: 1 }, 'character')).toBe('|漢a |\n');
  expect(pictureOf(label('ab漢'), { width: 3, height: 1 }, 'character')).toBe('|ab |\n');
});

test('a text that moves never shows half a letter', () => {
  expect(Array.from({ length: 6 }, (_, step) => marqueeText('漢字', 3, step))).toEqual([
    '漢 ',
    ' 字',
    '字 ',
    '   ',
    '   ',
    '   ',
  ]);
});
