import { filmOf, renderWidget } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { moon } from './moon.ts';

test('the moon on the morning of 14 January 2000', () => {
  const place = { width: 12, height: 2, cell: 'character', begin: Date.UTC(2000, 0, 14, 6) } as const;
  expect(filmOf(renderWidget(moon, {}, place), 0)).toBe('at 0 ms\n|Moon 25%    |\n|███         |\n');
});
