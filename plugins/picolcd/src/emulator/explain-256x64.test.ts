import { bytes } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain256x64 as explain } from './explain-256x64.ts';

const run = (byte: string, count: number): string => Array.from({ length: count }, () => byte).join(' ');

test.each([
  ['81 00', '81 leds: none'],
  ['81 85', '81 leds: 1+3+8'],
  ['91 cc', '91 backlight 80 %'],
  ['92 e5', '92 contrast 25 %'],
  ['93 01 00', '93 reset the panel: 1 ms'],
  ['94 00 02 00 64 3f 00 64 c0', '94 chip 0: display on, start line 0'],
  ['94 0c 01 00 00 3e', '94 chip 3: display off'],
  ['94 0c 01 00 00 80', '94 chip 3: no command (80)'],
  ['94 01 01 00 00 3e', '94 chip 0: 1 command taken as data'],
  [`95 05 00 00 20 ${run('00', 32)}`, '95 chip 1: 32 data bytes'],
  ['95 05 00 00 01 00', '95 chip 1: 1 data byte'],
  ['95 04 00 00 01 00', '95 chip 1: 1 data byte taken as commands'],
  ['95 11 00 00 01 00', '95 chip 4 (none): 1 data byte'],
  [`96 08 02 00 00 bb 00 00 4e 00 00 0c ${run('ff', 12)}`, '96 chip 2: page 3, column 14; 12 data bytes'],
  ['96 09 02 00 00 bb 00 00 4e 00 00 01 ff', '96 chip 2: 2 commands taken as data; 1 data byte'],
  ['95 01 00 00 00', '95 faulty: bad data length'],
  ['96 00 00', '96 faulty: bad number of commands'],
  ['94', '94 faulty: parameter missing'],
  ['a3 10 00 14', 'a3 read eeprom 0010: 20 bytes'],
  ['a4 10 00 01 ff', 'a4 write eeprom 0010: 1 byte'],
  ['b2 40 00', 'b2 erase flash 0040'],
  ['b3 40 01 20', 'b3 read flash 0140: 32 bytes'],
  ['b4 40 01 02 00 00', 'b4 write flash 0140: 2 bytes'],
  ['c1 00', 'c1 restart the splash'],
  ['ef 88 13', 'ef leave for the bootloader: 5000 ms'],
  ['f1 00', 'f1 version?'],
  ['f5 00', 'f5 device id?'],
  ['f6 00', 'f6 splash size?'],
  ['f7 00', 'f7 hook version?'],
  ['', 'empty packet'],
  ['91', '91 cut short: 1 byte'],
  ['a1 00 00', 'a1 unknown report: 3 bytes'],
  ['00 00', '00 unknown report: 2 bytes'],
])('out %s', (packet, words) => {
  expect(explain(bytes(packet), 'out')).toBe(words);
});

test.each([
  ['10 95 08', '10 error in 95: bad data length'],
  ['10 a1 ff', '10 error in a1: unknown report'],
  ['10 95 77', '10 error in 95: code 77'],
  ['11 06 05', '11 keys: up+enter'],
  ['11 10 00', '11 keys: key16'],
  ['11 20 00', '11 keys: key32'],
  ['11 00 00', '11 keys: none'],
  ['21 14', '21 infrared: 10 words'],
  ['32 10 00 14', '32 eeprom 0010: 20 bytes'],
  ['41 00 00 01 ff', '41 flash 0000: 1 byte'],
  ['f1 07 12', 'f1 version 12.07'],
  ['f5 01 02 03 04 05', 'f5 device id 01020304, type 5'],
  ['f6 fe 1d 34 12', 'f6 splash: 4660 of 7678 bytes'],
  ['f7 00 01', 'f7 hook version 1.00'],
  ['94 00 00', '94 unknown report: 3 bytes'],
])('in %s', (packet, words) => {
  expect(explain(bytes(packet), 'in')).toBe(words);
});

test('one line for anything', () => {
  const anyPacket = fc.uint8Array({ maxLength: 64 });
  const direction = fc.constantFrom('out' as const, 'in' as const);
  fc.assert(
    fc.property(fc.nat(255), anyPacket, direction, (id, rest, way) => {
      expect(explain(Uint8Array.of(id, ...rest), way)).toMatch(/^[0-9a-f]{2} \S.*$/);
    }),
    { numRuns: 2000 },
  );
});
