import { hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { type Access, defining, functionSet, instructions, showing } from './encode.ts';
import { GEOMETRIES } from './geometry.ts';

const text = (accesses: readonly Access[]): readonly string[] =>
  accesses.map(
    ({ controllers, register, bytes }) =>
      `${controllers} ${register === 'data' ? 'data' : 'instruction'} ${hex(Uint8Array.from(bytes))}`,
  );
const HELLO = Uint8Array.of(0x48, 0x65, 0x6c, 0x6c, 0x6f);

test.each([
  [4, 2, 0x28],
  [8, 2, 0x38],
  [4, 1, 0x20],
  [8, 1, 0x30],
] as const)('function set: %i bits, %i lines', (bits, lines, byte) => {
  expect(functionSet(bits, lines)).toBe(byte);
});

test('letters are behind the cursor that was moved, or that is there', () => {
  const { '20x4': size } = GEOMETRIES;
  expect(text(showing(size!, { x: 2, y: 2 }, HELLO, false))).toEqual(['1 instruction 96', '1 data 48 65 6c 6c 6f']);
  expect(text(showing(size!, { x: 2, y: 2 }, HELLO, true))).toEqual(['1 data 48 65 6c 6c 6f']);
});

test('a row that is split needs the cursor twice, also when it is there at first', () => {
  const { '16x1': size } = GEOMETRIES;
  expect(text(showing(size!, { x: 6, y: 0 }, HELLO, false))).toEqual([
    '1 instruction 86',
    '1 data 48 65',
    '1 instruction c0',
    '1 data 6c 6c 6f',
  ]);
  expect(text(showing(size!, { x: 6, y: 0 }, HELLO, true))).toEqual([
    '1 data 48 65',
    '1 instruction c0',
    '1 data 6c 6c 6f',
  ]);
});

test('the lower rows of two controllers are the second one’s; both get instructions and characters', () => {
  const { '40x4': size } = GEOMETRIES;
  expect(text(showing(size!, { x: 0, y: 3 }, HELLO.subarray(0, 1), false))).toEqual(['2 instruction c0', '2 data 48']);
  expect(text([instructions(size!, [0x0c])])).toEqual(['3 instruction 0c']);
  expect(text(defining(size!, 3, Uint8Array.of(1, 2, 4, 8, 0xff, 0, 0, 31)))).toEqual([
    '3 instruction 58',
    '3 data 01 02 04 08 1f 00 00 1f',
  ]);
});
