import { expect, test } from 'vitest';
import { blankFrame } from '../frame.ts';
import { surfaceOf } from '../surface.ts';
import { FONT_NAMES, fontFor, fontNamed, fontSizes } from './catalog.ts';

test('names are sizes, lowest first', () => {
  expect(FONT_NAMES.join(' ')).toBe('4x6 5x7 5x8 6x8 6x10 6x13 8x13 9x15 8x16 10x20 12x24 16x32 32x64');
  for (const name of FONT_NAMES) {
    const { width, height } = fontSizes.get(name)!;
    expect(`${width}x${height}`).toBe(name);
    expect(fontNamed(name)).toMatchObject({ name, width, height });
  }
});

test('there is no font of an unknown name', () => {
  for (const name of ['', '7x7', 'fit', 'constructor']) {
    expect(fontNamed(name)).toBeUndefined();
    expect(fontSizes.get(name)).toBeUndefined();
  }
});

test.each([
  [8, undefined, '6x8'],
  [8, 5, '5x8'],
  [7, 100, '5x7'],
  [12, undefined, '6x10'],
  [13, undefined, '8x13'],
  [13, 7, '6x13'],
  [20, 8, '8x16'],
  [20.5, 10.5, '10x20'],
  [63, undefined, '16x32'],
  [1000, 1000, '128x256'],
  [1000, 4, '4x6'],
  [5, 100, '4x6'],
  [100, 3, '4x6'],
  [0, 0, '4x6'],
] as const)('the largest font for %s rows and %s columns is %s', (height, width, name) => {
  expect(fontFor(height, width)).toBe(name);
});

test('places above 64 pixels get a font that is drawn larger', () => {
  expect([64, 95, 96, 128, 192, 256, 999].map((height) => fontFor(height))).toEqual([
    '32x64',
    '32x64',
    '48x96',
    '64x128',
    '96x192',
    '128x256',
    '128x256',
  ]);
  expect(fontFor(300, 95)).toBe('64x128');
  const frame = blankFrame({ width: 64, height: 128 });
  surfaceOf(frame, 'pixel').text({ x: 0, y: 0 }, '7', { font: 'fit' });
  const small = blankFrame({ width: 32, height: 64 });
  surfaceOf(small, 'pixel').text({ x: 0, y: 0 }, '7', { font: '32x64' });
  const doubled = frame.cells.map((_, index) => small.cells[(index >> 7) * 32 + ((index & 63) >> 1)]!);
  expect(frame.cells).toEqual(doubled);
});
