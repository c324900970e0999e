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
