import { bytes, fuzz, hex, letterLines, must, randomBytes } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { DESCRIPTORS } from '../src/emulator/lcd2usb/descriptors.ts';
import { Lcd2usbDevice } from '../src/emulator/lcd2usb/device.ts';
import { explain } from '../src/emulator/lcd2usb/explain.ts';
import { lcd2usbEmulators } from '../src/emulator/lcd2usb/index.ts';

/** What a device answers to the last of some packets. */
function answer(device: Lcd2usbDevice, ...packets: readonly string[]): string {
  const answers = packets.map((packet) => device.receive(bytes(packet)).answers ?? []);
  return answers.at(-1)!.map(hex).join(' | ') || 'nothing';
}
const busy = (device: Lcd2usbDevice, packet: string): number | undefined => device.receive(bytes(packet)).busy;

test('with power it says who it is', () => {
  expect(letterLines(new Lcd2usbDevice('16x2').letters())).toEqual(['|LCD2USB V1.09   |', '|                |']);
  expect(letterLines(new Lcd2usbDevice('40x4').letters()).map((line) => line.trimEnd())).toEqual([
    '|LCD2USB V1.09 both!                     |',
    '|                                        |',
    '|2nd ctrl both!                          |',
    '|                                        |',
  ]);
});

test.each([
  ['echo', 'c0 00 12 34 00 00 02 00', 'c0 00 12 34 00 00 02 00 12 34'],
  ['version', 'c0 80 00 00 00 00 02 00', 'c0 80 00 00 00 00 02 00 01 09'],
  ['version, one byte of it', 'c0 80 00 00 00 00 01 00', 'c0 80 00 00 00 00 01 00 01'],
  ['controllers', 'c0 90 00 00 00 00 02 00', 'c0 90 00 00 00 00 02 00 01 00'],
  ['keys', 'c0 88 00 00 00 00 02 00', 'c0 88 00 00 00 00 02 00 00 00'],
  ['what it does not know', 'c0 98 00 00 00 00 02 00', 'c0 98 00 00 00 00 02 00'],
  ['a question that does not ask', '40 80 00 00 00 00 00 00', 'nothing'],
  ['an instruction', '40 28 01 00 00 00 00 00', 'nothing'],
  ['too short for a request', '40 28', 'nothing'],
])('%s', (_, packet, expected) => {
  expect(answer(new Lcd2usbDevice('20x4'), packet)).toBe(expected);
});

test('both controllers at once, and one that is not there', () => {
  const device = new Lcd2usbDevice('27x4');
  expect(answer(device, 'c0 90 00 00 00 00 02 00')).toMatch(/03 00$/);
  answer(device, '40 3a 01 c3 00 00 00 00', '40 59 41 42 00 00 00 00', '40 50 43 00 00 00 00 00');
  expect(letterLines(device.letters()).map((line) => line.slice(0, 8))).toEqual([
    '|       ',
    '|   AB  ',
    '|       ',
    '|   ABC ',
  ]);
  const single = new Lcd2usbDevice('16x2');
  answer(single, '40 28 01 00 00 00 00 00', '40 50 43 00 00 00 00 00');
  expect(single.letters().cells.every((cell) => cell === 0x20)).toBe(true);
});

test('keys are held until they are asked for', () => {
  const device = new Lcd2usbDevice('16x2');
  expect(device.press('down', true)).toEqual([]);
  expect(answer(device, 'c0 88 00 00 00 00 02 00')).toMatch(/02 00$/);
  device.press('up', true);
  device.press('down', false);
  expect(answer(device, 'c0 88 00 00 00 00 02 00')).toMatch(/01 00$/);
  expect(() => device.press('left', true)).toThrow('key: one of up, down, not left');
});

test('levels, and the time that storing a new one takes', () => {
  const device = new Lcd2usbDevice('16x2');
  expect(device.controls()).toEqual({ backlight: 1, contrast: 1 });
  expect(busy(device, '40 68 80 00 00 00 00 00')).toBe(8.5);
  expect(busy(device, '40 68 80 00 00 00 00 00')).toBeUndefined();
  answer(device, '40 60 33 00 00 00 00 00', '40 70 00 00 00 00 00 00');
  expect(device.controls()).toEqual({ backlight: 128 / 255, contrast: 0.2 });
});

test('the firmware waits for the controllers: none is written to while it is busy', () => {
  const device = new Lcd2usbDevice('40x4');
  expect(busy(device, '40 3a 01 02 0c 00 00 00')).toBeCloseTo(2 * 1.52 + 0.037);
  expect(busy(device, '40 4b 41 42 43 44 00 00')).toBeCloseTo(4 * 0.041);
  expect(device.chips.map(({ early }) => early)).toEqual([0, 0]);
});

test('its descriptors have their own lengths, and no endpoints', () => {
  const { device, configuration } = DESCRIPTORS;
  expect([device[0], device.length, configuration[2], configuration.length]).toEqual([18, 18, 18, 18]);
  expect([configuration[4], configuration[9 + 4]]).toEqual([1, 0]);
  expect(lcd2usbEmulators.every(({ usb }) => usb === DESCRIPTORS)).toBe(true);
});

test.each([
  ['40 2a 0c 06 01 00 00 00', '2a first controller: display on, entry right, clear'],
  ['40 3b 28 08 48 4b 00 00', '3b both controllers: 4 bits, 2 lines, display off, character 1, character 1 row 3'],
  ['40 33 1c 10 07 00 00 00', '33 second controller: shift right, move left, entry right, shifting, nothing'],
  ['40 22 0e 02 c0 00 00 00', '22 no controller: display on, cursor, home, to 40'],
  ['40 4b 48 69 01 2e 00 00', '4b first controller: data "Hi" 01 "."'],
  ['40 60 80 00 00 00 00 00', '60 contrast 50 %'],
  ['40 68 00 00 00 00 00 00', '68 brightness 0 %'],
  ['40 70 00 00 00 00 00 00', '70 unknown request'],
  ['c0 00 00 00 00 00 02 00', '00 echo'],
  ['c0 88 00 00 00 00 02 00', '88 keys?'],
  ['c0 e0 00 00 00 00 02 00', 'e0 unknown request'],
  ['40', 'cut short: 1 bytes'],
])('out %s: %s', (packet, words) => {
  expect(explain(bytes(packet), 'out')).toBe(words);
});

test.each([
  ['c0 80 00 00 00 00 02 00 01 09', '80 version 1.09'],
  ['c0 88 00 00 00 00 02 00 03 00', '88 keys: up+down'],
  ['c0 88 00 00 00 00 02 00 00 00', '88 keys: none'],
  ['c0 90 00 00 00 00 02 00 03 00', '90 both controllers'],
  ['c0 00 07 08 00 00 02 00 07 08', '00 echo 7 8'],
  ['c0 98 00 00 00 00 02 00', '98 answer of 0 bytes'],
])('in %s: %s', (packet, words) => {
  expect(explain(bytes(packet), 'in')).toBe(words);
});

test('whatever comes, it lives and can be explained', () => {
  const device = new Lcd2usbDevice('40x4');
  fuzz(100_000, (random) => {
    const packet = randomBytes(random, 12, [0x40, 0xc0, 0x2b, 0x4b, 0x3a, 0x5a, 0x80, 0x88, 0x01, 0x0c]);
    const { answers = [], busy: took = 0 } = device.receive(packet);
    must(took < 10, 'less than 10 ms');
    for (const reply of answers) {
      must(reply.length - 8 <= Math.min(2, packet[6]! | (packet[7]! << 8)), 'no more than asked for');
      must(explain(reply, 'in') !== '', 'words for the answer');
    }
    must(explain(packet, 'out') !== '', 'words for the request');
  });
  expect(device.glass().cells.length).toBe(239 * 35);
  expect(device.chips.map(({ early }) => early)).toEqual([0, 0]);
});
