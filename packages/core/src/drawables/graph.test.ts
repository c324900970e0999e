import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { graph } from './graph.ts';

const fractions = [0.25, 0.5, 1, undefined, 0.5, 0, 0.25];

test('a filled graph ends at the right, and a gap differs from zero', () => {
  expect(pictureOf(graph({ fractions }), { width: 9, height: 4 }, 'pixel')).toBe(
    [
      '....#....', //
      '....#....',
      '...##.#..',
      '..###.###',
      '',
    ].join('\n'),
  );
});

test('a line is joined from column to column and broken by a gap', () => {
  const steep = [0, 1, 1, 0.25, undefined, 0.5, 0.75];
  expect(pictureOf(graph({ fractions: steep, style: 'line' }), { width: 7, height: 4 }, 'pixel')).toBe(
    [
      '.##....', //
      '.#.#..#',
      '.#.#.#.',
      '#..#...',
      '',
    ].join('\n'),
  );
});

test('letters show eighths, as many lines as there are', () => {
  const size = { width: 8, height: 1 };
  expect(pictureOf(graph({ fractions }), size, 'character')).toBe('| ▂▄█ ▄▁▂|\n');
  expect(pictureOf(graph({ fractions }), { ...size, height: 2 }, 'character')).toBe('|   █    |\n| ▄██ █▁▄|\n');
  expect(pictureOf(graph({ fractions, style: 'line' }), size, 'character')).toBe('| ▂▄█ ▄▁▂|\n');
});

test('of too many values the newest show', () => {
  expect(pictureOf(graph({ fractions: [1, 1, 1, 0.5, 0.25] }), { width: 2, height: 1 }, 'character')).toBe('|▄▂|\n');
});

test('columns are two pixels wide with one between them', () => {
  const columns = graph({ fractions: [1, 0.5, 1], style: 'columns' });
  expect(pictureOf(columns, { width: 9, height: 2 }, 'pixel')).toBe('.##....##\n.##.##.##\n');
  expect(pictureOf(columns, { width: 5, height: 2 }, 'pixel')).toBe('...##\n##.##\n');
  expect(pictureOf(columns, { width: 1, height: 2 }, 'pixel')).toBe('#\n#\n');
});

test('of several series the lower one is in front, whatever their order', () => {
  const one = { fractions: [1, 0.25], color: 0xff0000 };
  const other = { fractions: [0.5, 1], color: 0x00ff00 };
  const size = { width: 2, height: 4 };
  const expected = ['ab', 'ab', 'bb', 'ba', 'a #ff0000', 'b #00ff00', ''].join('\n');
  expect(pictureOf(graph({ ...one, others: [other] }), size, 'pixel', undefined, 65536)).toBe(expected);
  expect(pictureOf(graph({ ...other, others: [one] }), size, 'pixel', undefined, 65536)).toBe(expected);
});

test('each value may have its own colour', () => {
  const colored = graph({ fractions: [1, 1, 1], colors: [0xff0000, 0x00ff00, 0xffffff], color: 0xffffff });
  expect(pictureOf(colored, { width: 2, height: 1 }, 'pixel', undefined, 65536)).toBe('a#\na #00ff00\n');
});

test('several series of letters have lines of their own, as far as there are any', () => {
  const two = graph({ fractions: [1, 0.5], others: [{ fractions: [0.5, 1] }] });
  expect(pictureOf(two, { width: 2, height: 3 }, 'character')).toBe('|█ |\n|██|\n|▄█|\n');
  expect(pictureOf(two, { width: 2, height: 1 }, 'character')).toBe('|█▄|\n');
});
