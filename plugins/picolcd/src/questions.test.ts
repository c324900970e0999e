import { hex } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import {
  EEPROM,
  EXTERNAL_EEPROM,
  encodeQuestion,
  encodeRead,
  encodeWrite,
  FLASH,
  isQuestion,
  piecesOf,
} from './questions.ts';

describe('questions (docs/protocol.md section 2.3)', () => {
  test.each([
    ['version', encodeQuestion('version'), 'f1 00'],
    ['device ID', encodeQuestion('deviceId'), 'f5 00'],
    ['splash size', encodeQuestion('splashSize'), 'f6 00'],
    ['hook version', encodeQuestion('hookVersion'), 'f7 00'],
    ['EEPROM', encodeRead(EEPROM, { address: 0xec, length: 20 }), 'a3 ec 00 14'],
    ['external EEPROM', encodeRead(EXTERNAL_EEPROM, { address: 0x1fec, length: 20 }), 'a1 ec 1f 14'],
    ['flash', encodeRead(FLASH, { address: 0x1dfe, length: 2 }), 'b3 fe 1d 02'],
    ['EEPROM write', encodeWrite(0x10, Uint8Array.of(1, 0xff)), 'a4 10 00 02 01 ff'],
  ])('%s', (_, packet, bytes) => expect(hex(packet)).toBe(bytes));

  test('which reports are answered', () => {
    expect([0x81, 0x96, 0x9c, 0xa1, 0xa3, 0xa4, 0xb3, 0xf1].map(isQuestion)).toEqual([
      ...[false, false, false],
      ...[true, true, true, true, true],
    ]);
  });
});

describe('piecesOf (docs/protocol.md section 2.5)', () => {
  test.each([
    ['nothing', 0, 0, []],
    ['nothing at the end', 256, 0, []],
    ['one byte at the end', 255, 1, ['255+1']],
    ['as much as a report holds', 3, 20, ['3+20']],
    ['one byte more', 3, 21, ['3+20', '23+1']],
  ])('%s', (_, address, length, pieces) =>
    expect(piecesOf(EEPROM, { address, length }).map((span) => `${span.address}+${span.length}`)).toEqual(pieces),
  );

  test('the whole EEPROM takes 13 questions', () =>
    expect(piecesOf(EEPROM, { address: 0, length: 256 })).toHaveLength(13));

  test.each([
    [-1, 1],
    [0, 257],
    [256, 1],
    [0, -1],
    [0.5, 1],
    [0, 1.5],
    [Number.NaN, 1],
  ])('%d, %d is beyond it', (address, length) =>
    expect(() => piecesOf(EEPROM, { address, length })).toThrow(
      expect.objectContaining({
        code: 'config',
        message: `EEPROM: 256 bytes from address 0, not ${length} from ${address}`,
      }),
    ),
  );
});
