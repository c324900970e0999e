import { expect, test } from 'vitest';
import { hexdump } from './hexdump.ts';

const padded = (length: number, ...bytes: number[]): Uint8Array => Uint8Array.from({ length }, (_, i) => bytes[i] ?? 0);
const FULL = '01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10';
const sixteen = Array.from({ length: 16 }, (_, index) => index + 1);

test.each([
  ['nothing', padded(0), []],
  ['one byte', padded(1, 0xab), ['0000  ab']],
  ['16 bytes', padded(16, ...sixteen), [`0000  ${FULL}`]],
  ['17 bytes', padded(17, ...sixteen, 0xff), [`0000  ${FULL}`, '0010  ff']],
  ['zeros that fill no line', padded(20, ...sixteen), [`0000  ${FULL}`, '0010  00 00 00 00']],
  ['zeros that fill a line', padded(32, ...sixteen), [`0000  ${FULL}`, '0010  * to 001f']],
  ['zeros that fill a line and more', padded(40, ...sixteen), [`0000  ${FULL}`, '0010  * to 0027']],
  ['zeros to the end of a report', padded(64, 0x11), [`0000  11${' 00'.repeat(15)}`, '0010  * to 003f']],
  ['only zeros', padded(24), ['0000  * to 0017']],
  [
    'zeros between',
    padded(33, ...Array.from({ length: 32 }, () => 0), 1),
    [`0000  ${'00 '.repeat(16).trim()}`, `0010  ${'00 '.repeat(16).trim()}`, '0020  01'],
  ],
])('%s', (_, packet, lines) => {
  expect(hexdump(packet)).toEqual(lines);
});
