import { expect, test } from 'vitest';
import { WHITE } from './color.ts';
import { packColumns } from './pack-columns.ts';

/** Ten rows of four columns: a diagonal, and the whole last row. */
const frame = {
  width: 4,
  height: 10,
  cells: Uint32Array.from({ length: 40 }, (_, index) =>
    index % 4 === Math.floor(index / 4) || index >= 36 ? WHITE : 0,
  ),
};

test.each([
  ['the first page', { x: 0, y: 0, width: 4, height: 8 }, [0x01, 0x02, 0x04, 0x08]],
  ['an area inside a page takes the whole page', { x: 1, y: 3, width: 2, height: 1 }, [0x02, 0x04]],
  ['a page that the frame cuts off', { x: 2, y: 8, width: 2, height: 2 }, [0x02, 0x02]],
])('%s', (_, area, bytes) => expect([...packColumns(frame, area)]).toEqual(bytes));
