import { hex, type Random } from '@lcdflow/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PacketDevice } from '../../src/emulator/packet-device.ts';
import { PACKET_PANELS } from '../../src/emulator/panels.ts';
import { bytesOf } from '../../src/emulator/wire-packet.ts';
import { cut, fuzz, stream } from '../fuzz.ts';
import { textOn } from '../glass-letters.ts';

const factsOf = (name: string) => PACKET_PANELS.find((facts) => facts.name === name)!;
const powerUp = (name = 'CFA635') => new PacketDevice(factsOf(name));
const packet = (type: number, ...data: readonly number[]) => bytesOf({ type, data: Uint8Array.from(data) });
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
/** What it answers, without CRC: `4d` done, `cd` refused. */
const answers = (device: PacketDevice, type: number, ...data: readonly number[]) =>
  (device.receive(packet(type, ...data)).answers ?? []).map((answer) => hex(answer.subarray(0, -2))).join(', ');

const DONE = (type: number) => `${hex(Uint8Array.of(0x40 | type))} 00`;
const REFUSED = (type: number) => `${hex(Uint8Array.of(0xc0 | type))} 00`;

describe('by the paper, a CFA635 takes', () => {
  test.each([
    ['clear', 6, []],
    ['a glyph', 9, [7, 0, 1, 2, 3, 4, 5, 6, 0x3f]],
    ['a cursor', 11, [19, 3]],
    ['a cursor style', 12, [4]],
    ['contrast', 13, [255]],
    ['one light', 14, [100]],
    ['two lights', 14, [100, 0]],
    ['key masks', 23, [0x3f, 0]],
    ['a letter', 31, [19, 3, 65]],
    ['a row', 31, [0, 0, ...letters('ABCDEFGHIJKLMNOPQRST')]],
    ['an LED', 34, [12, 100]],
    ['reboot', 5, [8, 18, 99]],
    ['no reports of fans', 16, [0]],
    ['fans at half speed', 17, [50, 50, 50, 50]],
    ['no reports of temperatures', 19, [0, 0, 0, 0]],
    ['no live display', 21, [7, 0]],
  ] as const)('%s', (_, type, data) => {
    expect(answers(powerUp(), type, ...data)).toBe(DONE(type));
  });
});

describe('and refuses', () => {
  test.each([
    ['a command nobody knows', 63, []],
    ['clear with data', 6, [0]],
    ['a line: those are for two rows of 16', 7, letters('ABCDEFGHIJKLMNOP')],
    ['the ninth glyph', 9, [8, 0, 1, 2, 3, 4, 5, 6, 7]],
    ['a glyph of 7 rows', 9, [0, 0, 1, 2, 3, 4, 5, 6]],
    ['a row of 7 dots', 9, [0, 0, 1, 2, 3, 4, 5, 6, 0x40]],
    ['a cursor beyond', 11, [20, 0]],
    ['the fifth row', 31, [0, 4, 65]],
    ['text beyond its row', 31, [18, 0, 65, 66, 67]],
    ['no text', 31, [0, 0]],
    ['too much light', 14, [101]],
    ['three lights', 14, [1, 2, 3]],
    ['an LED it lacks', 34, [13, 100]],
    ['reboot by mistake', 5, [8, 18, 98]],
    ['a ping of 17 bytes', 0, letters('ABCDEFGHIJKLMNOPQ')],
  ] as const)('%s', (_, type, data) => {
    expect(answers(powerUp(), type, ...data)).toBe(REFUSED(type));
  });
});

test('it tells what it is asked', () => {
  const device = powerUp();
  expect(answers(device, 0, 1, 2, 3)).toBe('40 03 01 02 03');
  expect(answers(device, 1)).toBe(`41 10 ${hex(Uint8Array.from(letters('CFA635:h1.4,u1.9')))}`);
  expect(answers(device, 18, 31)).toBe('52 09 1f 00 00 00 00 00 00 00 00');
  device.press('up', true);
  device.press('exit', true);
  device.press('exit', false);
  expect([answers(device, 24), answers(device, 24)]).toEqual(['58 03 01 05 04', '58 03 01 00 00']);
  answers(device, 13, 77);
  expect(answers(device, 30)).toBe('5e 0f 00 00 00 00 00 3f 3f 00 00 00 00 00 00 4d 64');
  answers(device, 2, ...letters('sixteen letters.'));
  expect(answers(device, 3)).toBe(`43 10 ${hex(Uint8Array.from(letters('sixteen letters.')))}`);
});

test('text stays where it is written, and clear clears it', () => {
  const device = powerUp();
  answers(device, 31, 0, 0, ...letters('ABCDEFGHIJKLMNOPQRST'));
  answers(device, 31, 18, 3, ...letters('ok'));
  const size = factsOf('CFA635');
  expect(textOn(device.glass(), size).split('\n')).toEqual([
    'ABCDEFGHIJKLMNOPQRST',
    ' '.repeat(20),
    ' '.repeat(20),
    `${' '.repeat(18)}ok`,
  ]);
  answers(device, 6);
  expect(new Set(device.glass().cells).size).toBe(1);
});

test('a CFA633 takes whole lines, too', () => {
  const device = powerUp('CFA633');
  expect([
    answers(device, 7, ...letters('first line here!')),
    answers(device, 8, ...letters('and the second  ')),
  ]).toEqual([DONE(7), DONE(8)]);
  expect(textOn(device.glass(), factsOf('CFA633'))).toBe('first line here!\nand the second  ');
  expect([answers(device, 13, 50), answers(device, 13, 51)]).toEqual([DONE(13), REFUSED(13)]);
});

test('the ROM of the CFA63x has brackets in places of its own', () => {
  const device = powerUp();
  answers(device, 31, 0, 0, 0xfa, 0xfc, 0xa0, 0x1d, 0xc4);
  expect(textOn(device.glass(), factsOf('CFA635')).slice(0, 5)).toBe('[]@^_');
});

test('keys that are masked are not reported', () => {
  const device = powerUp();
  answers(device, 23, 0x3e, 0x01);
  expect([true, false].map((pressed) => device.press('up', pressed).map(hex))).toEqual([[], ['80 01 07 47 a7']]);
  expect(device.press('down', true).map(hex)).toEqual(['80 01 02 ea f0']);
  expect(device.press('down', false)).toEqual([]);
  expect(() => device.press('help', true)).toThrow('key: one of up, down, left, right, enter, exit, not help');
});

test('a wrong CRC is not answered; behind the longest ping the next command is', () => {
  const device = powerUp();
  const wrong = packet(13, 50);
  wrong[2]! ^= 1;
  expect(device.receive(wrong)).toEqual({});
  // Its third byte and the next look like the begin of a packet of 20 bytes.
  expect(answers(device, 13, 60)).toBe('');
  device.receive(packet(0, ...new Uint8Array(16).fill(0xff)));
  expect(answers(device, 13, 60)).toBe(DONE(13));
});

test('what a host gets back, sent to the panel, is not answered', () => {
  expect(powerUp().receive(Uint8Array.of(...packet(0x46), ...packet(0x80, 1), ...packet(0xc6)))).toEqual({});
});

test('however the bytes are cut, the answers are the same', () => {
  const commands = Uint8Array.of(...packet(1), ...packet(31, 2, 1, 65, 66), ...packet(63), ...packet(0, 9));
  const whole = powerUp().receive(commands).answers!.map(hex);
  expect(whole).toHaveLength(4);
  fc.assert(
    fc.property(fc.array(fc.nat(commands.length)), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), commands.length];
      const device = powerUp();
      const pieces = places.slice(1).map((end, index) => commands.slice(places[index], end));
      expect(pieces.flatMap((piece) => device.receive(piece).answers ?? []).map(hex)).toEqual(whole);
    }),
  );
});

test('fuzzed streams are taken; a ping behind the longest packet that noise may claim is answered', () => {
  const command = (random: Random) =>
    packet(random(64), ...Array.from({ length: random(23) }, () => random(random(2) === 0 ? 256 : 21)));
  const device = powerUp();
  const end = Uint8Array.of(...new Uint8Array(26).fill(0xff), ...packet(0, 1, 2, 3));
  fuzz((random) => {
    for (const piece of cut(stream(random, command), random)) device.receive(piece);
    const answer = device.receive(end).answers?.at(-1);
    if (answer === undefined || hex(answer.subarray(0, 5)) !== '40 03 01 02 03') throw new Error('no answer');
  });
});
