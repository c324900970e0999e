import { blankFrame, type Frame, WHITE } from '@lcdflow/core';
import { hex } from '@lcdflow/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PicolcdDevice } from './emulator/index.ts';
import { encodeArea, encodeBacklight, encodeContrast, encodeLeds, encodeOpening } from './encode.ts';

/** A frame whose pixels are ink where the function says so. */
function frame(isInk: (x: number, y: number) => boolean): Frame {
  const picture = blankFrame({ width: 256, height: 64 });
  for (let index = 0; index < picture.cells.length; index++)
    if (isInk(index % 256, Math.floor(index / 256))) picture.cells[index] = WHITE;
  return picture;
}

describe('settings (docs/protocol.md sections 3.3 and 7.3)', () => {
  test.each([
    ['backlight off', encodeBacklight(0), '91 00'],
    ['backlight half', encodeBacklight(0.5), '91 80'],
    ['backlight full', encodeBacklight(1), '91 ff'],
    ['contrast weakest', encodeContrast(0), '92 ff'],
    ['contrast as most programs set it', encodeContrast(0.25), '92 e5'],
    ['contrast strongest', encodeContrast(1), '92 99'],
    ['LED 1 and 8', encodeLeds(0b1000_0001), '81 81'],
  ])('%s', (_, packet, bytes) => expect(hex(packet)).toBe(bytes));

  test('opening: each chip on, start line 0', () =>
    expect(encodeOpening().map(hex)).toEqual([
      '94 00 02 00 64 3f 00 64 c0',
      '94 04 02 00 64 3f 00 64 c0',
      '94 08 02 00 64 3f 00 64 c0',
      '94 0c 02 00 64 3f 00 64 c0',
    ]));
});

describe('areas (docs/protocol.md sections 3.2 and 3.4)', () => {
  const diagonal = frame((x, y) => x % 8 === y % 8);

  test.each([
    ['one column on chip 0', { x: 0, y: 0, width: 1, height: 8 }, ['96 00 02 00 00 b8 00 00 40 00 00 01 01']],
    [
      'chip 2, page 3, column 14',
      { x: 142, y: 26, width: 3, height: 2 },
      ['96 08 02 00 00 bb 00 00 4e 00 00 03 40 80 01'],
    ],
    [
      'the last column of the last page',
      { x: 255, y: 63, width: 1, height: 1 },
      ['96 0c 02 00 00 bf 00 00 7f 00 00 01 80'],
    ],
  ])('%s', (_, area, packets) => expect(encodeArea(diagonal, area).map(hex)).toEqual(packets));

  test.each([
    [1, [13]],
    [32, [44]],
    [52, [64]],
    [53, [64, 13]],
    [64, [64, 24]],
  ])('%i columns take packets of %j bytes', (width, bytes) =>
    expect(encodeArea(diagonal, { x: 0, y: 0, width, height: 8 }).map(({ length }) => length)).toEqual(bytes),
  );

  test('halves: the left half alone', () => {
    const [packet, ...more] = encodeArea(diagonal, { x: 70, y: 8, width: 3, height: 8 }, 'halves');
    expect(hex(packet!)).toBe(`96 04 02 00 00 b9 00 00 40 00 00 20${' 01 02 04 08 10 20 40 80'.repeat(4)}`);
    expect(more).toEqual([]);
  });

  test('halves: anything right of it begins at column 0 and goes on at 32', () =>
    expect(encodeArea(diagonal, { x: 100, y: 8, width: 1, height: 8 }, 'halves').map(hex)).toEqual([
      `96 04 02 00 00 b9 00 00 40 00 00 20${' 01 02 04 08 10 20 40 80'.repeat(4)}`,
      `95 05 00 00 20${' 01 02 04 08 10 20 40 80'.repeat(4)}`,
    ]));
});

const area = fc
  .record({
    tile: fc.nat(31),
    left: fc.nat(63),
    width: fc.integer({ min: 1, max: 64 }),
    top: fc.nat(7),
    height: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ tile, left, width, top, height }) => ({
    x: (tile % 4) * 64 + left,
    y: Math.floor(tile / 4) * 8 + top,
    width: Math.min(width, 64 - left),
    height: Math.min(height, 8 - top),
  }));
const picture = fc
  .uint8Array({ minLength: 2048, maxLength: 2048 })
  .map((bytes) => frame((x, y) => ((bytes[(y >> 3) * 256 + x]! >> (y & 7)) & 1) === 1));

test.each(['any', 'halves'] as const)(
  'columns %s: any area in any order shows on the glass, inside its tile only',
  (columns) =>
    fc.assert(
      fc.property(picture, fc.array(area, { minLength: 1, maxLength: 40 }), (newest, areas) => {
        const device = new PicolcdDevice();
        const paper = device.glass().cells[0];
        for (const one of areas) {
          const before = device.glass();
          const packets = encodeArea(newest, one, columns);
          for (const packet of packets) {
            expect(packet.length).toBeLessThanOrEqual(64);
            expect(device.receive(packet).answers ?? []).toEqual([]);
          }
          const after = device.glass();
          const tile = { x: one.x - (one.x % 64), y: one.y - (one.y % 8) };
          for (let index = 0; index < after.cells.length; index++) {
            const [x, y] = [index % 256, Math.floor(index / 256)];
            const inArea = x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height;
            const inTile = x >= tile.x && x < tile.x + 64 && y >= tile.y && y < tile.y + 8;
            if (inArea && (after.cells[index] !== paper) !== (newest.cells[index] === WHITE))
              expect({ x, y }).toBe('as painted');
            if (!inTile && after.cells[index] !== before.cells[index]) expect({ x, y }).toBe('untouched');
          }
        }
      }),
      { numRuns: 40 },
    ),
);
