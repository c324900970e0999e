import { expect, test } from 'vitest';
import { decodeKeys, KEYS } from './keys.ts';

const keys = (typed: string) => decodeKeys(new TextEncoder().encode(typed)).join(' ');

test.each([
  ['\x1b[A', 'up'],
  ['\x1b[B', 'down'],
  ['\x1b[C', 'right'],
  ['\x1b[D', 'left'],
  ['\x1bOA', 'up'],
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\x1b', 'back'],
  ['\x1b\x1b', 'back back'],
  ['q', 'q'],
  ['Q', 'q'],
  ['\x1b[A\x1b[Bx\r', 'up down x enter'],
  ['\x1b[1;5A', ''],
  ['\x1b[15~', ''],
  ['\x1bOP', ''],
  ['ä €', ''],
  ['7\t\x7f', ''],
])('%j is %j', (typed, names) => {
  expect(keys(typed)).toBe(names);
});

test('every key that comes is one of the model', () => {
  const all = Array.from({ length: 256 }, (_, byte) => decodeKeys(Uint8Array.of(byte))).flat();
  expect(all.filter((key) => !KEYS.includes(key))).toEqual([]);
});
