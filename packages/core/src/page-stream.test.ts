import { expect, test } from 'vitest';
import { paint } from './page-stream.ts';
import type { Drawable } from './types.ts';

const gray: Drawable = (surface) => surface.fill({ x: 0, y: 0, width: 4, height: 1 }, 0x808080);
const painted = (colors: number): readonly number[] => {
  const model = { name: 'm', width: 4, height: 1, cell: 'pixel', colors, keys: [], controls: [] } as const;
  return [...paint(gray, { model }).cells];
};

test('panels of two colours get dots, others the colours themselves', () => {
  expect(painted(2)).toEqual([0xffffff, 0, 0xffffff, 0]);
  expect(painted(65536)).toEqual([0x808080, 0x808080, 0x808080, 0x808080]);
});
