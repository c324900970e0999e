import { hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { crc16 } from './crc.ts';
import {
  encodeContrast,
  encodeGlyph,
  encodeKeyReports,
  encodeLight,
  encodeNoCursor,
  encodeOutput,
  encodePing,
  encodeReadFlash,
  encodeText,
  encodeVersion,
} from './encode.ts';

const codes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('the CRC is X-25, by its check value', () => {
  expect(crc16(codes('123456789'))).toBe(0x906e);
});

// CRCs by another program.
test.each([
  ['ping 5', encodePing(5), '00 10 ff ff ff ff ff ff ff ff ff ff ff ff ff ff 00 05 a9 07'],
  ['ping 258', encodePing(0x102), '00 10 ff ff ff ff ff ff ff ff ff ff ff ff ff ff 01 02 ce 6a'],
  ['version', encodeVersion(), '01 00 9f 16'],
  ['user flash', encodeReadFlash(), '03 00 2f 25'],
  ['glyph', encodeGlyph(3, Uint8Array.of(1, 2, 4, 8, 16, 31, 0, 21)), '09 09 03 01 02 04 08 10 1f 00 15 b1 c2'],
  ['no cursor', encodeNoCursor(), '0c 01 00 b7 7a'],
  ['contrast of 255', encodeContrast(120 / 255, 255), '0d 01 78 a4 df'],
  ['contrast of 50', encodeContrast(0.32, 50), '0d 01 10 ea 30'],
  ['one light', encodeLight(0.4), '0e 01 28 45 62'],
  ['two lights', encodeLight(1, 0), '0e 02 64 00 11 e5'],
  ['key reports', encodeKeyReports(0x3f), '17 02 3f 3f f8 21'],
  ['text', encodeText({ x: 2, y: 1 }, codes('Hi')), '1f 04 02 01 48 69 6d b0'],
  [
    'a whole row',
    encodeText({ x: 0, y: 3 }, codes('ABCDEFGHIJKLMNOPQRST')),
    '1f 16 00 03 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50 51 52 53 54 66 56',
  ],
  ['half an LED', encodeOutput(11, 0.5), '22 02 0b 32 7a 09'],
] as const)('%s', (_, packet, wanted) => {
  expect(hex(packet)).toBe(wanted);
});
