import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { blankFrame } from '../frame.ts';
import { blocks } from './blocks.ts';
import { drawing, type Shape } from './drawing.ts';

const picture = {
  ...blankFrame({ width: 4, height: 3 }),
  cells: Uint32Array.from([1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0]),
};

test('a picture in block elements, one or two columns a letter', () => {
  expect(pictureOf(blocks(picture, 1), { width: 5, height: 2 }, 'character')).toBe('|▀▄██ |\n|▀▀   |\n');
  expect(pictureOf(blocks(picture, 2), { width: 5, height: 2 }, 'character')).toBe('|▚█   |\n|▀    |\n');
  expect(pictureOf(blocks(picture, 1), { width: 2, height: 1 }, 'character')).toBe('|▀▄|\n');
});

const shapes: readonly Shape[] = [
  { kind: 'rectangle', area: { x: 0, y: 0, width: 8, height: 4 }, color: 0x20_20_20, filled: true },
  {
    kind: 'line',
    points: [
      { x: 0, y: 1 },
      { x: 7, y: 1 },
    ],
    color: 0x20_20_20,
  },
];

test('a mono panel shows areas as dots and strokes as ink', () => {
  expect(pictureOf(drawing(shapes), { width: 8, height: 4 }, 'pixel', '6x8', 2)).toBe(
    '#...#...\n########\n..#...#.\n.#...#..\n',
  );
});

test('a letter counts 6 x 8 pixels, and texts lie on top', () => {
  const line: Shape = {
    kind: 'line',
    points: [
      { x: 0, y: 0 },
      { x: 17, y: 0 },
    ],
    color: 1,
  };
  const text: Shape = { kind: 'text', at: { x: 6, y: 0 }, text: 'a\u0007' };
  expect(pictureOf(drawing([text, line]), { width: 4, height: 1 }, 'character')).toBe('|▀a  |\n');
});
