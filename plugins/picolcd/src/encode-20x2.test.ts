import { hex } from '@lcdflow/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascii } from '../test/ascii.ts';
import { linesOn } from '../test/letters-on.ts';
import { picolcd20x2Emulator } from './emulator/index.ts';
import { encodeBacklight, encodeCharacter, encodeContrast, encodeOn, encodeText } from './encode-20x2.ts';

describe('packets of the 20x2 (docs/protocol.md section 11.2)', () => {
  test.each([
    ['display on, no cursor', encodeOn(), '93 04'],
    ['backlight off', encodeBacklight(0), '91 00'],
    ['backlight hardly on', encodeBacklight(0.01), '91 01'],
    ['backlight on', encodeBacklight(1), '91 01'],
    ['contrast weakest', encodeContrast(0), '92 28'],
    ['contrast half', encodeContrast(0.5), '92 14'],
    ['contrast strongest', encodeContrast(1), '92 00'],
    ['one letter', encodeText({ x: 0, y: 0 }, ascii('A')), '98 00 00 01 41'],
    ['part of the second row', encodeText({ x: 7, y: 1 }, ascii('42 %')), '98 01 07 04 34 32 20 25'],
    ['the last letter', encodeText({ x: 19, y: 1 }, ascii('!')), '98 01 13 01 21'],
    ['a user-defined character', encodeText({ x: 3, y: 0 }, Uint8Array.of(7, 0)), '98 00 03 02 07 00'],
    ['the first slot', encodeCharacter(0, Uint8Array.of(0, 10, 31, 31, 14, 4, 0, 0)), '9c 00 00 0a 1f 1f 0e 04 00 00'],
    [
      'the last slot, five dots a row',
      encodeCharacter(7, new Uint8Array(8).fill(0xff)),
      '9c 07 1f 1f 1f 1f 1f 1f 1f 1f',
    ],
  ])('%s', (_, packet, wire) => expect(hex(packet)).toBe(wire));

  test('a whole row fits into the 24 bytes of the endpoint', () =>
    expect(encodeText({ x: 0, y: 1 }, new Uint8Array(20)).length).toBe(24));
});

const letter = fc.integer({ min: 0x20, max: 0x7d }).filter((code) => code !== 0x5c);
const piece = fc
  .record({ x: fc.nat(19), y: fc.nat(1) })
  .chain(({ x, y }) =>
    fc.array(letter, { minLength: 1, maxLength: 20 - x }).map((codes) => ({ x, y, codes: Uint8Array.from(codes) })),
  );

test('any letters in any order show on the glass, and touch nothing beside', () =>
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const device = picolcd20x2Emulator.powerUp();
      const wanted = [new Uint8Array(20).fill(0x20), new Uint8Array(20).fill(0x20)];
      for (const { x, y, codes } of pieces) {
        wanted[y]!.set(codes, x);
        expect(device.receive(encodeText({ x, y }, codes)).answers ?? []).toEqual([]);
      }
      expect(linesOn(device.glass())).toEqual(wanted.map((row) => String.fromCharCode(...row)));
    }),
    { numRuns: 60 },
  ));
