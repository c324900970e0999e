import { hex } from '@lcdflow/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascii } from '../test/ascii.ts';
import { dotsOn, linesOn } from '../test/letters-on.ts';
import { picolcd20x4Emulator } from './emulator/index.ts';
import { encodeBacklight, encodeCharacter, encodeContrast, encodeStart, encodeText } from './encode-20x4.ts';

describe('packets of the 20x4 (docs/protocol.md section 12.2)', () => {
  test.each([
    ['start', [encodeStart()], ['94 00 07 00 32 30 00 32 30 00 32 30 00 32 38 00 32 06 00 32 0c 07 d0 01']],
    ['backlight off', [encodeBacklight(0)], ['91 00']],
    ['backlight', [encodeBacklight(0.25)], ['91 19']],
    ['backlight full', [encodeBacklight(1)], ['91 64']],
    ['contrast weak', [encodeContrast(0)], ['92 01']],
    ['contrast strong', [encodeContrast(0.01)], ['92 00']],
    ['row 0', encodeText({ x: 0, y: 0 }, ascii('A')), ['94 00 01 00 64 80', '95 01 00 01 01 41']],
    ['row 1', encodeText({ x: 0, y: 1 }, ascii('AB')), ['94 00 01 00 64 c0', '95 01 00 01 02 41 42']],
    ['row 2', encodeText({ x: 0, y: 2 }, ascii('A')), ['94 00 01 00 64 94', '95 01 00 01 01 41']],
    ['row 3', encodeText({ x: 0, y: 3 }, ascii('A')), ['94 00 01 00 64 d4', '95 01 00 01 01 41']],
    ['the last letter', encodeText({ x: 19, y: 3 }, ascii('!')), ['94 00 01 00 64 e7', '95 01 00 01 01 21']],
    [
      'the first slot',
      encodeCharacter(0, Uint8Array.of(0, 10, 31, 31, 14, 4, 0, 0)),
      ['94 00 01 00 64 40', '95 01 00 01 08 00 0a 1f 1f 0e 04 00 00'],
    ],
    [
      'the last slot, five dots a row',
      encodeCharacter(7, new Uint8Array(8).fill(0xff)),
      ['94 00 01 00 64 78', '95 01 00 01 08 1f 1f 1f 1f 1f 1f 1f 1f'],
    ],
  ])('%s', (_, packets, wire) => expect(packets.map(hex)).toEqual(wire));
});

const letter = fc.integer({ min: 0x20, max: 0x7d }).filter((code) => code !== 0x5c);
const text = fc
  .record({ x: fc.nat(19), y: fc.nat(3) })
  .chain(({ x, y }) =>
    fc.array(letter, { minLength: 1, maxLength: 20 - x }).map((codes) => ({ x, y, codes: Uint8Array.from(codes) })),
  );
const character = fc.record({ slot: fc.nat(7), rows: fc.uint8Array({ minLength: 8, maxLength: 8 }) });

test('any letters in any order show on the glass, whatever is defined between them', () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(text, character), { maxLength: 20 }), (steps) => {
      const device = picolcd20x4Emulator.powerUp();
      device.receive(encodeStart());
      const wanted = Array.from({ length: 4 }, () => new Uint8Array(20).fill(0x20));
      for (const step of steps) {
        if ('codes' in step) wanted[step.y]!.set(step.codes, step.x);
        const packets = 'codes' in step ? encodeText(step, step.codes) : encodeCharacter(step.slot, step.rows);
        for (const packet of packets) expect(device.receive(packet).answers ?? []).toEqual([]);
      }
      expect(linesOn(device.glass())).toEqual(wanted.map((row) => String.fromCharCode(...row)));
    }),
    { numRuns: 60 },
  ));

test('user-defined characters show on the glass, also where they were shown before they were defined', () =>
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (definitions) => {
      const device = picolcd20x4Emulator.powerUp();
      const wanted = Array.from({ length: 8 }, () => new Array<number>(8).fill(0));
      for (const packet of [encodeStart(), ...encodeText({ x: 12, y: 2 }, Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7))])
        device.receive(packet);
      for (const { slot, rows } of definitions) {
        wanted[slot] = Array.from(rows, (row) => row & 0x1f);
        for (const packet of encodeCharacter(slot, rows)) device.receive(packet);
      }
      expect(dotsOn(device.glass()).slice(52, 60)).toEqual(wanted);
    }),
    { numRuns: 60 },
  ));
