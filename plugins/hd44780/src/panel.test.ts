import { type TransferQueue, tilesOf } from '@lcdflow/core';
import { EMPTY } from 'rxjs';
import { expect, test } from 'vitest';
import { GEOMETRIES, piecesOf, SIZES } from './geometry.ts';
import { letters } from './panel.ts';
import { ROMS } from './rom.ts';

const queue = { send: () => EMPTY } as unknown as TransferQueue;
const display = (size: string) => letters(GEOMETRIES[size]!, { rom: ROMS.A00, moveCost: 1, pack: () => [] }, queue);

test.each(SIZES)('%s: one cursor reaches all letters of a write', (size) => {
  const tiles = tilesOf(GEOMETRIES[size]!, display(size).tile);
  for (const tile of tiles) expect(piecesOf(GEOMETRIES[size]!, tile, tile.width)).toHaveLength(1);
});

test('only a split row is written in halves', () => {
  expect(display('16x1').tile).toEqual({ width: 8, height: 1 });
  expect(display('40x4').tile).toEqual({ width: 40, height: 1 });
});
