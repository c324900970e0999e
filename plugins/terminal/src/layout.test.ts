import { expect, test } from 'vitest';
import { layOut } from './layout.ts';

const panel = (title: string, width: number, height: number) => ({ title, size: { width, height } });
const placed = (panels: readonly ReturnType<typeof panel>[], width: number, height: number, notes = 0) =>
  layOut(panels, { width, height }, notes).map(
    ({ top, heading, visible }) => `${top}: ${heading}: ${visible.width}x${visible.height}`,
  );

test('panels stand below each other with a title each', () => {
  expect(placed([panel('front', 20, 4), panel('back', 40, 2)], 80, 24)).toEqual(['0: front: 20x4', '5: back: 40x2']);
});

test('what is too wide is cut and says so', () => {
  expect(placed([panel('front', 128, 16), panel('back', 20, 2)], 80, 24)).toEqual([
    '0: front (needs 128 columns): 80x16',
    '17: back: 20x2',
  ]);
  expect(placed([panel('a very long title', 128, 4)], 30, 24)).toEqual(['0: a very lon (needs 128 columns): 30x4']);
  expect(placed([panel('front', 128, 4)], 10, 24)).toEqual(['0:  (needs 12: 10x4']);
});

test('what is too high is cut; the last title to be seen says what all need', () => {
  expect(placed([panel('front', 20, 4), panel('back', 20, 16), panel('side', 20, 2)], 80, 10)).toEqual([
    '0: front: 20x4',
    '5: back (needs 25 rows): 20x4',
  ]);
  expect(placed([panel('front', 128, 32)], 80, 24)).toEqual(['0: front (needs 128 columns, 33 rows): 80x23']);
});

test('notes take rows at the end, but never the last two', () => {
  expect(placed([panel('front', 20, 32)], 80, 24, 3)).toEqual(['0: front (needs 36 rows): 20x20']);
  expect(placed([panel('front', 20, 20)], 80, 24, 3)).toEqual(['0: front: 20x20']);
  expect(placed([panel('front', 20, 20)], 80, 3, 3)).toEqual(['0: front (needs 22 rows): 20x1']);
});
