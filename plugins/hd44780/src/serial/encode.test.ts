import { bytes, hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { KINDS } from '../emulator/serial/kinds.ts';
import type { Access } from '../encode.ts';
import { BACKPACKS, backpackNamed, reservedOf } from './backpacks.ts';
import { encodeAccesses, moveCost, piecesOf } from './encode.ts';

const ACCESSES: readonly Access[] = [
  { controllers: 1, register: 'instruction', bytes: [0xc0] },
  { controllers: 1, register: 'data', bytes: bytes('48 69 01 12 c4 e1') },
];

test.each([
  ['pertelian', 'fe c0 48 69 01 12 c4 e1'],
  ['los-panel', 'fe c0 48 69 01 12 c4 e1'],
  ['vdr-wakeup', 'c0 c0 48 69 01 12 c4 c4 e1'],
  ['picanlcd', '11 c0 48 69 12 01 12 12 c4 e1'],
])('%s: instructions behind their prefix, data as they are or behind theirs', (name, packet) => {
  expect(hex(encodeAccesses(backpackNamed(name), ACCESSES))).toBe(packet);
});

test.each([
  ['pertelian', 'fe'],
  ['los-panel', 'fe fd'],
  ['serlcd', 'fe 7c'],
  ['vdr-wakeup', ''],
  ['picanlcd', ''],
  ['ezio', 'fe'],
])('%s: bytes that no letter may have: %s', (name, codes) => {
  expect(hex(Uint8Array.from(reservedOf(backpackNamed(name))))).toBe(codes);
});

test('a cursor costs two letters, and its pauses', () => {
  expect(moveCost(backpackNamed('pertelian'), 9_600)).toBe(2);
  expect(moveCost(backpackNamed('ezio'), 2_400)).toBe(21);
});

test('a slow backpack gets a packet piece by piece', () => {
  const pieces = [...piecesOf(bytes('fe 80 48 69 fe c0 fe 01 21'), backpackNamed('ezio'))];
  expect(pieces.map(([piece, pause]) => `${hex(piece)} ${pause}`)).toEqual([
    ...['fe 40', '80 40', '48 69 0'],
    ...['fe 40', 'c0 40', 'fe 40', '01 40', '21 0'],
  ]);
});

test.each([
  ['pertelian', 1, 'fe 03'],
  ['pertelian', 0.4, 'fe 02'],
  ['los-panel', 0.5, 'fd 80'],
  ['serlcd', 0, '7c 80'],
  ['serlcd', 1, '7c 9d'],
  ['vdr-wakeup', 1, 'c8'],
  ['vdr-wakeup', 0, 'c9'],
])('%s: light %d', (name, level, packet) => {
  expect(hex(Uint8Array.from(backpackNamed(name).light!.bytes(level)))).toBe(packet);
});

test.each([
  ['ezio', 0x4d, 'up'],
  ['ezio', 0x47, 'down'],
  ['ezio', 0x4b, 'enter'],
  ['ezio', 0x4e, 'escape'],
  ['ezio', 0x4f, ''],
  ['ezio', 0x4c, 'escape up'],
  ['ezio', 0xbe, 'up'],
  ['ezio', 0xbd, 'down'],
  ['ezio', 0xbb, 'enter'],
  ['ezio', 0xb7, 'escape'],
  ['ezio', 0xbf, ''],
  ['ezio', 0x00, ''],
  ['los-panel', 0x01, 'key11'],
  ['los-panel', 0x38, 'key44'],
  ['los-panel', 0x23, 'key13 key23'],
])('%s: key %i is "%s"', (name, code, keys) => {
  expect(backpackNamed(name).keypad!.down(code).join(' ')).toBe(keys);
});

test('the emulated ones have the same names, rates and keys', () => {
  const known = (list: typeof KINDS | typeof BACKPACKS, keys: (entry: never) => readonly string[]) =>
    list.map((entry) => [entry.name, entry.baudRate, entry.bits, entry.pause, [...keys(entry as never)].sort()]);
  expect(known(KINDS, ({ keys = [] }: (typeof KINDS)[number]) => keys)).toEqual(
    known(BACKPACKS, ({ keypad }: (typeof BACKPACKS)[number]) => keypad?.keys ?? []),
  );
});
