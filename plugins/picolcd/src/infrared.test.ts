import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { infraredReports } from './emulator/infrared.ts';
import { decodeInfrared } from './infrared.ts';

describe('decodeInfrared (docs/protocol.md section 7.2)', () => {
  test.each([
    ['a mark and a space', [0x21, 4, 0xd8, 0xdc, 0x94, 0x11], [9000, -4500]],
    ['the count is trusted, not the zeros behind it', [0x21, 2, 0xd8, 0xdc, 0, 0, 0, 0], [9000]],
    ['the count is more than has come', [0x21, 62, 0xd8, 0xdc], [9000]],
    ['the count is odd', [0x21, 3, 0xd8, 0xdc, 0x94, 0x11], [9000]],
    ['half a word has come', [0x21, 4, 0xd8, 0xdc, 0x94], [9000]],
    ['the ends', [0x21, 4, 0x00, 0x80, 0xff, 0x7f], [32768, -32767]],
    ['nothing', [0x21, 0, 0xd8, 0xdc], []],
    ['nothing has come', [0x21, 2], []],
    ['no count', [0x21], undefined],
    ['keys', [0x11, 5, 0], undefined],
    ['empty', [], undefined],
  ])('%s', (_, packet, pulses) => expect(decodeInfrared(Uint8Array.from(packet))).toEqual(pulses));

  test('marks may be positive', () =>
    expect(decodeInfrared(Uint8Array.of(0x21, 4, 0xd8, 0xdc, 0x94, 0x11), 'positive')).toEqual([-9000, 4500]));

  test('a packet that lies inside a larger buffer', () =>
    expect(decodeInfrared(Uint8Array.of(9, 9, 0x21, 2, 0xd8, 0xdc, 9).subarray(2, 6))).toEqual([9000]));

  test('what a panel sends is what was received, however it is cut into reports', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -32767, max: 32767 })), fc.integer({ min: 1, max: 31 }), (wire, words) => {
        const pulses = infraredReports(wire, words).flatMap((packet) => decodeInfrared(packet)!);
        expect(pulses).toEqual(wire.map((word) => 0 - word));
      }),
    ));
});
