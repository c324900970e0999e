import { bytes } from '@lcdflow/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain20x2 } from './explain-20x2.ts';
import { explain20x4 } from './explain-20x4.ts';

describe('the 20x2', () => {
  test.each([
    ['81 05', '81 leds: 1+3'],
    ['91 00', '91 backlight off'],
    ['91 01', '91 backlight on'],
    ['92 14', '92 contrast 20 of 40, 0 is the strongest'],
    ['93 04', '93 display on'],
    ['93 07', '93 display on, cursor, blinking'],
    ['93 03', '93 display off'],
    ['94', '94 clear'],
    ['98 01 07 04 34 32 20 00', '98 row 1, column 7: 4 letters |42 .|'],
    ['98 00 00 01 41', '98 row 0, column 0: 1 letter |A|'],
    ['9c 03 00 00 00 00 00 00 00 1f', '9c define character 3'],
    ['9c 03 00', '9c cut short: 3 bytes'],
    ['a1 10 1f 14', 'a1 read external eeprom 1f10: 20 bytes'],
    ['a2 10 00 01 00', 'a2 write external eeprom 0010: 1 byte'],
    ['a3 10 00 14', 'a3 read eeprom 0010: 20 bytes'],
    ['a4 10 00 01 00', 'a4 write eeprom 0010: 1 byte'],
    ['ef 88 13', 'ef leave for the bootloader: 5000 ms'],
    ['f8 10 00', 'f8 time off the bus'],
    ['96 00 00', '96 unknown report: 3 bytes'],
    ['', 'empty packet'],
  ])('out %s', (packet, words) => expect(explain20x2(bytes(packet), 'out')).toBe(words));

  test.each([
    ['01 01', '01 power key'],
    ['11 0c 01', '11 keys: plus+enter'],
    ['11 00 00', '11 keys: none'],
    ['21 14', '21 infrared: 10 words'],
    ['31 00 00 01 ff', '31 external eeprom 0000: 1 byte'],
    ['32 00 00 02 ff ff', '32 eeprom 0000: 2 bytes'],
    ['10 95 08', '10 unknown report: 3 bytes'],
  ])('in %s', (packet, words) => expect(explain20x2(bytes(packet), 'in')).toBe(words));
});

describe('the 20x4', () => {
  test.each([
    ['91 32', '91 backlight 50 %'],
    ['92 00', '92 contrast strong'],
    ['92 01', '92 contrast weak'],
    ['94 00 01 00 64 80', '94 chip 0: row 0, column 0'],
    ['94 00 01 00 64 c3', '94 chip 0: row 1, column 3'],
    ['94 00 01 00 64 94', '94 chip 0: row 2, column 0'],
    ['94 00 01 00 64 e7', '94 chip 0: row 3, column 19'],
    ['94 00 01 00 64 58', '94 chip 0: character 3'],
    ['94 00 01 00 64 5a', '94 chip 0: character 3 from row 2'],
    [
      '94 00 07 00 32 30 00 32 38 00 32 06 00 32 04 00 32 0c 00 32 08 07 d0 01',
      '94 chip 0: function set 30, function set 38, go on to the right, go on to the left, display on, display off, clear',
    ],
    [
      '94 00 06 00 00 00 00 00 02 00 00 03 00 00 10 00 00 18 00 00 1c',
      '94 chip 0: no command (00), home, home, move the cursor left, move the picture left, move the picture right',
    ],
    ['94 04 01 00 64 80', '94 chip 1 (none): row 0, column 0'],
    ['95 01 00 01 05 43 50 55 20 07', '95 chip 0: 5 letters |CPU .|'],
    ['95 00 00 01 01 80', '95 chip 0: 1 data byte taken as commands'],
    ['95 01 00 01 00', '95 faulty: bad data length'],
    ['96 00 01', '96 unknown report: 3 bytes'],
    ['f1 00', 'f1 version?'],
  ])('out %s', (packet, words) => expect(explain20x4(bytes(packet), 'out')).toBe(words));

  test.each([
    ['10 95 08', '10 error in 95: bad data length'],
    ['11 08 01', '11 keys: back+up'],
    ['f1 07 12', 'f1 version 12.07'],
    ['f5 01 02 03 04 05', 'f5 device id 01020304, type 5'],
    ['41 00 00 01 ff', '41 unknown report: 5 bytes'],
  ])('in %s', (packet, words) => expect(explain20x4(bytes(packet), 'in')).toBe(words));
});

test('one line for anything', () =>
  fc.assert(
    fc.property(fc.nat(255), fc.uint8Array({ maxLength: 64 }), fc.constantFrom('out', 'in'), (id, rest, way) => {
      for (const explain of [explain20x2, explain20x4])
        expect(explain(Uint8Array.of(id, ...rest), way)).toMatch(/^[0-9a-f]{2} \S.*$/);
    }),
    { numRuns: 2000 },
  ));
