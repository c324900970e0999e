import { expect, test } from 'vitest';
import { bytes } from '../../test/usbip-client.ts';
import { hexdump } from '../hexdump.ts';
import { encodeSubmitted, encodeUnlinked } from './commands.ts';
import { deviceRecord, stringDescriptor, withSerial } from './descriptors.ts';
import { encodeDevlist, encodeImport } from './operations.ts';

const USB = {
  device: bytes('12 01 00 02 00 00 00 08 d8 04 02 c0 34 12 01 02 03 01'),
  configuration: bytes('09 02 19 00 01 07 00 a0 32 09 04 00 00 02 03 01 02 00 07 05 01 03 40 00 0a'),
  strings: ['a', 'b', 'c'],
};
const record = deviceRecord(USB, 3);
const dump = (packet: Uint8Array) => hexdump(packet).filter((line) => !/^....( {2}| )( ?00){16}$/.test(line));

test('a device in the list', () => {
  const list = encodeDevlist([record]);
  expect(list).toHaveLength(12 + 312 + 4);
  expect(dump(list)).toEqual([
    '0000  01 11 00 05 00 00 00 00 00 00 00 01 2f 73 79 73',
    '0010  2f 64 65 76 69 63 65 73 2f 65 6d 75 6c 61 74 65',
    '0020  64 2f 75 73 62 31 2f 31 2d 33 00 00 00 00 00 00',
    // Bus ID from 0x10c, then bus 1, device 4, speed 2; 04d8:c002, release 12.34; 1 configuration, value 7, 1 interface.
    '0100  00 00 00 00 00 00 00 00 00 00 00 00 31 2d 33 00',
    '0120  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01',
    '0130  00 00 00 04 00 00 00 02 04 d8 c0 02 12 34 00 00',
    '0140  00 07 01 01 03 01 02 00',
  ]);
});

test('an import that is granted has the record behind the header', () => {
  const granted = encodeImport(record);
  expect(granted).toHaveLength(8 + 312);
  expect(granted.slice(0, 8)).toEqual(bytes('01 11 00 03 00 00 00 00'));
  expect(granted.slice(8)).toEqual(encodeDevlist([record]).slice(12, 12 + 312));
});

test('an import that is refused', () => {
  expect(encodeImport('busy')).toEqual(bytes('01 11 00 03 00 00 00 02'));
  expect(encodeImport('noDevice')).toEqual(bytes('01 11 00 03 00 00 00 04'));
});

test('an empty list', () => {
  expect(encodeDevlist([])).toEqual(bytes('01 11 00 05 00 00 00 00 00 00 00 00'));
});

test('the end of a transfer, with what came in', () => {
  expect(hexdump(encodeSubmitted(0x01020304, { status: -32, actual: 2, data: bytes('aa bb') }))).toEqual([
    '0000  00 00 00 03 01 02 03 04 00 00 00 00 00 00 00 00',
    '0010  00 00 00 00 ff ff ff e0 00 00 00 02 00 00 00 00',
    '0020  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00',
    '0030  aa bb',
  ]);
});

test('the end of an unlinking', () => {
  expect(hexdump(encodeUnlinked(9, -104))).toEqual([
    '0000  00 00 00 04 00 00 00 09 00 00 00 00 00 00 00 00',
    '0010  00 00 00 00 ff ff ff 98 00 00 00 00 00 00 00 00',
    '0020  * to 002f',
  ]);
});

test('texts of a device, in UTF-16', () => {
  expect(stringDescriptor(['µ'], 1)).toEqual(bytes('04 03 b5 00'));
  expect(stringDescriptor(['x'.repeat(200)], 1)).toHaveLength(254);
  expect(stringDescriptor([], 1)).toBe(undefined);
});

test('another serial number', () => {
  expect(withSerial(USB, 'mine').strings).toEqual(['a', 'b', 'mine']);
});
