import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { valueBar } from './value-bar.ts';

const shown = (width: number, height = 1, text = '50%'): string =>
  pictureOf(valueBar({ fraction: 0.5, text, letters: 4 }), { width, height }, 'character');

test('the value stands before the bar, above where it begins, alone, or not at all', () => {
  expect(shown(12)).toBe('| 50% ███▌   |\n');
  expect(shown(12, 1, '100%')).toBe('|100% ███▌   |\n');
  expect(shown(9)).toBe('| 50% ██  |\n');
  expect(shown(8)).toBe('|50%     |\n');
  expect(shown(8, 2)).toBe('|50%     |\n|████    |\n');
  expect(shown(2)).toBe('|█ |\n');
});

test('it is one line in the middle of its place', () => {
  expect(shown(9, 3)).toBe('|         |\n| 50% ██  |\n|         |\n');
});
