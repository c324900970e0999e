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

test('two shares have a half each, with a gap between them', () => {
  const size = { width: 8, height: 5 };
  expect(pictureOf(bar({ fraction: 1, second: 0.5, frame: false }), size, 'pixel')).toBe(
    ['########', '########', '........', '####....', '####....', ''].join('\n'),
  );
  expect(pictureOf(bar({ fraction: 1, second: undefined, frame: false, direction: 'up' }), size, 'pixel')).toBe(
    '###.....\n'.repeat(5),
  );
});

test.each([
  ['right', '|█▙▄ |\n'],
  ['left', '| ▄▟█|\n'],
] as const)('two shares in one line of letters are halves of it, to the %s', (direction, expected) => {
  expect(pictureOf(bar({ fraction: 3 / 8, second: 6 / 8, direction }), { width: 4, height: 1 }, 'character')).toBe(
    expected,
  );
});

test('two shares in one column of letters are halves of it', () => {
  const size = { width: 1, height: 3 };
  const picture = (direction: 'up' | 'down') =>
    pictureOf(bar({ fraction: 3 / 6, second: 4 / 6, direction }), size, 'character');
  expect(picture('up')).toBe('| |\n|▟|\n|█|\n');
  expect(picture('down')).toBe('|█|\n|▜|\n| |\n');
});

test('blocks have gaps between them, and there are no more than fit', () => {
  const picture = (segments: number, fraction: number, direction: 'right' | 'left' = 'right') =>
    pictureOf(bar({ fraction, segments, direction, frame: false }), { width: 11, height: 1 }, 'pixel');
  expect(picture(4, 1)).toBe('##.##.##.##\n');
  expect(picture(4, 0.5)).toBe('##.##......\n');
  expect(picture(4, 0.5, 'left')).toBe('......##.##\n');
  expect(picture(3, 0.1)).toBe('...........\n');
  expect(picture(1e9, 1)).toBe('#.#.#.#.#.#\n');
});

test('blocks of letters have blanks between them, or are not filled to their edges', () => {
  const picture = (segments: number) =>
    pictureOf(bar({ fraction: 0.75, segments }), { width: 8, height: 1 }, 'character');
  expect(picture(4)).toBe('|█ █ █   |\n');
  expect(picture(8)).toBe('|▊▊▊▊▊▊  |\n');
  expect(picture(100)).toBe('|▊▊▊▊▊▊  |\n');
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

test('on a mono panel the frame of a coloured bar is a line of ink, what it holds is dots', () => {
  const drawable = bar({ fraction: 0.5, color: 0x00_80_00 });
  expect(pictureOf(drawable, { width: 10, height: 6 }, 'pixel', '6x8', 2)).toBe(
    ['.########.', '.#.#....#.', '.##.#...#.', '.#.#....#.', '.########.', '..........', ''].join('\n'),
  );
});
