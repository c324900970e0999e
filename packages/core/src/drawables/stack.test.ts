import { pictureOf } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { bar } from './bar.ts';
import { label } from './label.ts';
import { stack } from './stack.ts';

test('later ones lie on top', () => {
  const size = { width: 4, height: 1 };
  expect(pictureOf(stack(bar({ fraction: 0.75 }), label('50')), size, 'character')).toBe('|50█ |\n');
  expect(pictureOf(stack(label('50'), bar({ fraction: 0.25 })), size, 'character')).toBe('|█0  |\n');
});
