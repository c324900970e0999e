import { bytes, hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { decodeAnswer, keyEvents, keysOfBits } from '../decode.ts';
import { encodeAccess, encodeLevel, encodeQuestion } from './requests.ts';

test.each([
  ['one instruction', { controllers: 1, register: 'instruction', bytes: [0x94] }, ['40 28 94 00 00 00 00 00']],
  ['for both', { controllers: 3, register: 'instruction', bytes: [0x0c, 6, 1] }, ['40 3a 0c 06 01 00 00 00']],
  ['four letters', { controllers: 1, register: 'data', bytes: bytes('41 42 43 44') }, ['40 4b 41 42 43 44 00 00']],
  [
    'five letters for the second',
    { controllers: 2, register: 'data', bytes: bytes('41 42 43 44 45') },
    ['40 53 41 42 43 44 00 00', '40 50 45 00 00 00 00 00'],
  ],
] as const)('%s', (_, access, packets) => {
  expect(encodeAccess(access).map(hex)).toEqual(packets);
});

test.each([
  ['contrast', 0, '40 60 00 00 00 00 00 00'],
  ['contrast', 0.75, '40 60 bf 00 00 00 00 00'],
  ['brightness', 1, '40 68 ff 00 00 00 00 00'],
] as const)('%s %d', (what, level, packet) => {
  expect(hex(encodeLevel(what, level))).toBe(packet);
});

test.each([
  ['version', 'c0 80 00 00 00 00 02 00'],
  ['keys', 'c0 88 00 00 00 00 02 00'],
  ['controllers', 'c0 90 00 00 00 00 02 00'],
] as const)('%s?', (what, packet) => {
  expect(hex(encodeQuestion(what))).toBe(packet);
});

test('an answer is known by its request; one that is cut short is an error', () => {
  const packet = bytes('c0 88 00 00 00 00 02 00 03 00');
  expect(decodeAnswer(packet, 0x88)).toEqual([3, 0]);
  expect(decodeAnswer(packet, 0x80)).toBeUndefined();
  expect(() => decodeAnswer(packet.subarray(0, 9), 0x88)).toThrow('lcd2usb: 2 bytes are expected as an answer, not 1');
});

test('keys', () => {
  expect([0, 1, 2, 3].map((bits) => keysOfBits(['up', 'down'], bits))).toEqual([[], ['up'], ['down'], ['up', 'down']]);
  expect(keyEvents(['up'], ['down'])).toEqual([
    { key: 'up', pressed: false },
    { key: 'down', pressed: true },
  ]);
  expect(keyEvents(['up'], ['up'])).toEqual([]);
});
