import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { bar } from './bar.ts';

test('a bar of pixels has a frame and leaves the outer columns and the last row free', () => {
  expect(pictureOf(bar({ fraction: 0.5 }), { width: 20, height: 8 }, 'pixel')).toBe(
    [
      '.##################.',
      '.#########........#.',
      '.#########........#.',
      '.#########........#.',
      '.#########........#.',
      '.#########........#.',
      '.##################.',
      '....................',
      '',
    ].join('\n'),
  );
});

test.each([
  ['right', '###....\n###....\n###....\n'],
  ['left', '....###\n....###\n....###\n'],
  ['up', '.......\n#######\n#######\n'],
  ['down', '#######\n#######\n.......\n'],
] as const)('a bar without a frame fills its place to the %s', (direction, expected) => {
  const fraction = direction === 'right' || direction === 'left' ? 3 / 7 : 2 / 3;
  expect(pictureOf(bar({ fraction, direction, frame: false }), { width: 7, height: 3 }, 'pixel')).toBe(expected);
});

test('a place too small for a frame is all bar', () => {
  expect(pictureOf(bar({ fraction: 1 }), { width: 6, height: 4 }, 'pixel')).toBe('######\n'.repeat(4));
  expect(pictureOf(bar({ fraction: 1 }), { width: 5, height: 5 }, 'pixel')).toBe('#####\n'.repeat(5));
  expect(pictureOf(bar({ fraction: 0 }), { width: 6, height: 5 }, 'pixel')).toBe(
    ['.####.', '.#..#.', '.#..#.', '.####.', '......', ''].join('\n'),
  );
});

test.each([
  ['right', 0, '|   |\n'],
  ['right', 0.05, '|▏  |\n'],
  ['right', 0.5, '|█▌ |\n'],
  ['right', 1, '|███|\n'],
  ['left', 0.5, '| ▌█|\n  ^\n'],
  ['left', 3 / 24, '|  ▋|\n   ^\n'],
  ['left', 1, '|███|\n'],
  ['up', 0.25, '|▂▂▂|\n'],
  ['down', 0.25, '|▆▆▆|\n ^^^\n'],
] as const)('a bar of letters to the %s, %s full', (direction, fraction, expected) => {
  expect(pictureOf(bar({ fraction, direction }), { width: 3, height: 1 }, 'character')).toBe(expected);
});

test('a bar of letters fills all its lines', () => {
  const size = { width: 2, height: 3 };
  expect(pictureOf(bar({ fraction: 0.75 }), size, 'character')).toBe('|█▌|\n|█▌|\n|█▌|\n');
  expect(pictureOf(bar({ fraction: 0.5, direction: 'up' }), size, 'character')).toBe('|  |\n|▄▄|\n|██|\n');
  expect(pictureOf(bar({ fraction: 0.5, direction: 'down' }), size, 'character')).toBe('|██|\n|▄▄|\n ^^\n|  |\n');
});

test.each([
  [undefined, 0],
  [Number.NaN, 0],
  [-3, 0],
  [Number.NEGATIVE_INFINITY, 0],
  [1e30, 1],
  [Number.POSITIVE_INFINITY, 1],
])('the fraction %s is drawn as %s', (fraction, as) => {
  const size = { width: 9, height: 6 };
  expect(pictureOf(bar({ fraction }), size, 'pixel')).toBe(pictureOf(bar({ fraction: as }), size, 'pixel'));
});
