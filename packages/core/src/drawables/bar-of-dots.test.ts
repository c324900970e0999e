import { expect, test } from 'vitest';
import { letterDots } from '../characters/dot-matrix.ts';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import type { Drawable, Size } from '../types.ts';
import { type BarDirection, bar } from './bar.ts';
import { graph } from './graph.ts';

/** The dots of a character display: its columns from the left, each as rows from the top. */
function dotColumns(drawable: Drawable, size: Size): readonly string[] {
  const frame = blankFrame(size, 0x20);
  drawable(surfaceOf(frame, 'character'));
  return Array.from({ length: 5 * size.width }, (_, x) =>
    Array.from({ length: 8 * size.height }, (_, y) => {
      const cell = frame.cells[Math.floor(y / 8) * size.width + Math.floor(x / 5)]!;
      return (letterDots(cell)[y % 8]! >> (4 - (x % 5))) & 1;
    }).join(''),
  );
}

test.each(['right', 'left'] as const)('a bar to the %s has one step for each column of dots', (direction) => {
  for (let columns = 0; columns <= 40; columns++) {
    const filled = dotColumns(bar({ fraction: columns / 40, direction }), { width: 8, height: 1 });
    const wanted = Array.from({ length: 40 }, (_, x) => (x < columns ? '11111111' : '00000000'));
    expect(filled).toEqual(direction === 'right' ? wanted : wanted.toReversed());
  }
});

test.each(['up', 'down'] as const)('a bar %s has one step for each row of dots', (direction) => {
  for (let rows = 0; rows <= 32; rows++) {
    const [column] = dotColumns(bar({ fraction: rows / 32, direction }), { width: 1, height: 4 });
    const wanted = '1'.repeat(rows).padEnd(32, '0');
    expect(column).toBe(direction === 'down' ? wanted : [...wanted].reverse().join(''));
  }
});

test.each<[BarDirection, Size]>([
  ['right', { width: 20, height: 1 }],
  ['left', { width: 7, height: 2 }],
  ['up', { width: 3, height: 4 }],
  ['down', { width: 1, height: 2 }],
])('a bar to the %s never shrinks while its share grows', (direction, size) => {
  let before = 0;
  for (let share = 0; share <= 200; share++) {
    const columns = dotColumns(bar({ fraction: share / 200, direction }), size);
    const ink = columns.join('').split('1').length - 1;
    expect(ink).toBeGreaterThanOrEqual(before);
    before = ink;
  }
  expect(before).toBe(40 * size.width * size.height);
});

test('a graph has one step for each row of dots, and at least one', () => {
  const fractions = Array.from({ length: 17 }, (_, row) => row / 16);
  const columns = dotColumns(graph({ fractions }), { width: 17, height: 2 });
  for (const [index, column] of columns.entries())
    expect(column).toBe('1'.repeat(Math.max(1, Math.floor(index / 5))).padStart(16, '0'));
});
