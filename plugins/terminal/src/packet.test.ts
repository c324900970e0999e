import { expect, test } from 'vitest';
import { decodePacket, encodePacket } from './packet.ts';

const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ');

test('row, column, text', () => {
  expect(hex(encodePacket({ row: 2, column: 258, runs: [{ text: 'Hi' }] }))).toBe('00 02 01 02 48 69');
  expect(hex(encodePacket({ row: 0, column: 0, runs: [{ text: '▀', ink: 0xff0000 }] }))).toBe(
    '00 00 00 00 1b 5b 33 38 3b 32 3b 32 35 35 3b 30 3b 30 6d e2 96 80',
  );
});

test('a packet is read back', () => {
  const packet = encodePacket({ row: 3, column: 70, runs: [{ text: 'a', inverted: true }, { text: 'ä' }] });
  const buffer = new Uint8Array([9, 9, ...packet]).subarray(2);
  expect(decodePacket(buffer)).toEqual({ row: 3, column: 70, text: '\x1b[7ma\x1b[27mä' });
});

test('a packet that is too short is told', () => {
  expect(() => decodePacket(new Uint8Array(3))).toThrow(
    expect.objectContaining({ code: 'protocol', message: 'terminal: a packet has row, column and text, not 3 bytes' }),
  );
});
