import { bytes } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { crystalfontzEmulators } from '../../src/emulator/index.ts';
import { bytesOf } from '../../src/emulator/wire-packet.ts';
import { fuzz, stream } from '../fuzz.ts';

const explainerOf = (model: string) => crystalfontzEmulators.find((emulator) => emulator.model === model)!.explain;
const packet = (type: number, ...data: readonly number[]) => bytesOf({ type, data: Uint8Array.from(data) });

test.each([
  [packet(31, 2, 1, 0x48, 0x69, 0x00), '1f text at 2,1: "Hi<00>"'],
  [packet(0, 1, 2), '00 ping of 2 bytes'],
  [packet(9, 3, 0, 0, 0, 0, 0, 0, 0, 0), '09 define character 3'],
  [packet(13, 120), '0d contrast 120'],
  [packet(14, 40), '0e backlight 40 %'],
  [packet(14, 40, 30), '0e backlight 40 %, keypad 30 %'],
  [packet(23, 0x3f, 0), '17 report keys: down 3f, up 00'],
  [packet(34, 11, 100), '22 output 11: 100 %'],
  [packet(7, 0x41), '07 line 1: "A"'],
  [packet(63), '3f command 63'],
  [packet(0x41, 0x43, 0x46), '41 answer: version CF'],
  [packet(0x5f), '5f answer: command 31'],
  [packet(0xdf), 'df refused: command 31'],
  [packet(0x80, 2), '80 report: down down'],
  [packet(0x80, 12), '80 report: exit up'],
  [packet(0x80, 13), '80 report: key 13'],
  [packet(0x82, 1, 2, 3, 4), '82 report: number 2'],
  [Uint8Array.of(...packet(6), ...packet(0x46)), '06 clear; 46 answer: command 6'],
  [bytes('5f 00 78 5e'), 'wrong CRC: 4 bytes'],
  [bytes('5f 17'), 'too long: 2 bytes'],
  [bytes('5f'), 'cut short: 1 byte'],
  [bytes(''), 'nothing'],
] as const)('packet %#: %j', (piece, words) => {
  expect(explainerOf('CFA635')(piece, 'out')).toBe(words);
});

test.each([
  ['48 69', '"Hi"'],
  ['0c 04 14 18', 'clear; no cursor; scroll off; wrap off'],
  ['11 05 02 41 42', 'go to 5 2; "AB"'],
  ['19 03 00 01 02 03 04 05 06 07 83', 'define 3 0 1 2 3 4 5 6 7; "<83>"'],
  ['1e 01 80', 'to the controller 1 128'],
  ['0e 64 0f 32', 'backlight 100; contrast 50'],
  ['08', 'unknown 08'],
  ['41 11 05', '"A"; cut short: 11 05'],
  ['', 'nothing'],
])('bytes %s', (piece, words) => {
  expect(explainerOf('CFA634')(bytes(piece), 'out')).toBe(words);
});

test('nothing is too odd to be explained', () => {
  const [packets, byBytes] = [explainerOf('CFA631'), explainerOf('CFA632')];
  fuzz((random) => {
    const piece = stream(random, () => packet(random(256), ...Array.from({ length: random(23) }, () => random(256))));
    expect([packets(piece, 'in'), byBytes(piece, 'out')].every((words) => words.length > 0)).toBe(true);
  });
});
