import { bytes } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PicolcdDevice, type PicolcdOptions } from './index.ts';

const text = (packet: Uint8Array | undefined): string =>
  packet ? Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ') : 'nothing';
const zeros = (count: number): string => Array.from({ length: count }, () => '00').join(' ');
const run = (byte: string, count: number): string => Array.from({ length: count }, () => byte).join(' ');

/** What a device answers to the last of some packets. */
function answer(packets: readonly string[], options?: PicolcdOptions): string {
  const device = new PicolcdDevice(options);
  const answers = packets.map((packet) => device.receive(bytes(packet)).answers ?? []);
  return answers.at(-1)!.map(text).join(' | ') || 'nothing';
}
const error = (id: string, code: string): string => `10 ${id} ${code} ${zeros(14)}`;

test.each([
  ['leds', '81 ff'],
  ['backlight', '91 80'],
  ['contrast', '92 c0'],
  ['reset', '93 01 00'],
  ['one command', '94 00 01 00 00 3f'],
  ['twenty commands', `94 00 14 ${run('00 00 3f', 20)}`],
  ['one data byte', '95 01 00 00 01 ff'],
  ['59 data bytes', `95 01 00 00 3b ${run('ff', 59)}`],
  ['two commands, 52 data bytes', `96 00 02 00 00 b8 00 00 40 00 00 34 ${run('ff', 52)}`],
  ['one command, 55 data bytes', `96 00 01 00 00 b8 00 00 37 ${run('ff', 55)}`],
  ['three commands, 49 data bytes', `96 00 03 00 00 b8 00 00 40 00 00 c0 00 00 31 ${run('ff', 49)}`],
  ['the bytes after the contents', `94 00 01 00 00 3f ${run('ee', 58)}`],
  ['a chip that is not there', '95 11 00 00 01 ff'],
  ['restart splash', 'c1 00'],
  ['report 0, as LCDproc sends it', zeros(24)],
  ['unknown IDs', 'a1 00 00 00'],
  ['reports that only come in', '11 05 00'],
])('%s: no answer', (_, packet) => {
  expect(answer([packet])).toBe('nothing');
});

test('an empty packet: no answer', () => {
  expect(new PicolcdDevice({ strict: true }).receive(new Uint8Array()).answers).toBeUndefined();
});

test.each([
  ['81', '81', '01'],
  ['91', '91', '01'],
  ['92', '92', '01'],
  ['93 01', '93', '01'],
  ['94', '94', '01'],
  ['94 00', '94', '01'],
  ['94 00 00', '94', '07'],
  [`94 00 15 ${run('00 00 3f', 20)}`, '94', '07'],
  ['94 00 02 00 00 3f', '94', '07'],
  ['95 01 00 00', '95', '01'],
  ['95 01 00 00 00', '95', '08'],
  [`95 01 00 00 3c ${run('ff', 59)}`, '95', '08'],
  ['95 01 00 00 02 ff', '95', '02'],
  ['96 00', '96', '01'],
  ['96 00 00', '96', '07'],
  ['96 00 01 00 00', '96', '07'],
  [`96 00 14 ${run('00 00 3f', 20)}`, '96', '01'],
  ['96 00 01 00 00 b8', '96', '01'],
  ['96 00 01 00 00 b8 00 00 00', '96', '08'],
  [`96 00 01 00 00 b8 00 00 3c ${run('ff', 55)}`, '96', '08'],
  [`96 00 02 00 00 b8 00 00 40 00 00 35 ${run('ff', 52)}`, '96', '05'],
  ['96 00 01 00 00 b8 00 00 02 ff', '96', '02'],
  ['a3 00 00', 'a3', '01'],
  ['a3 00 00 00', 'a3', '08'],
  ['a3 00 00 15', 'a3', '08'],
  ['a3 ff 00 02', 'a3', '06'],
  ['a3 00 01 01', 'a3', '06'],
  ['a4 00 00 02 aa', 'a4', '02'],
  ['a4 ff 00 02 aa aa', 'a4', '06'],
  ['b2 00', 'b2', '01'],
  ['b2 00 1e', 'b2', '04'],
  ['b3 00 00', 'b3', '01'],
  ['b3 00 00 00', 'b3', '08'],
  ['b3 00 00 21', 'b3', '08'],
  ['b3 ff 1d 02', 'b3', '06'],
  ['b4 00 00 03 00 00', 'b4', '02'],
  ['ef 00', 'ef', '01'],
])('%s: error %s %s', (packet, id, code) => {
  expect(answer([packet])).toBe(error(id, code));
});

test.each([
  ['version', ['f1 00'], 'f1 00 01'],
  ['version, bare', ['f1'], 'f1 00 01'],
  ['device id', ['f5 00'], `f5 ${zeros(5)}`],
  ['splash size', ['f6 00'], 'f6 fe 1d 00 00'],
  ['hook version', ['f7 00'], 'f7 00 01'],
  ['erased eeprom', ['a3 10 00 02'], `32 10 00 02 ff ff ${zeros(58)}`],
  ['eeprom write', ['a4 fe 00 02 aa bb'], `32 fe 00 02 aa bb ${zeros(58)}`],
  ['eeprom read back', ['a4 fe 00 02 aa bb', 'a3 fd 00 03'], `32 fd 00 03 ff aa bb ${zeros(57)}`],
  ['20 bytes of eeprom', ['a3 00 00 14'], `32 00 00 14 ${run('ff', 20)} ${zeros(40)}`],
  ['flash read', ['b3 00 00 04'], `41 00 00 04 00 00 ff ff ${zeros(56)}`],
  ['flash write', ['b4 40 00 02 12 34'], `41 40 00 02 12 34 ${zeros(58)}`],
  ['flash write clears bits only', ['b4 40 00 01 f0', 'b4 40 00 01 3c'], `41 40 00 01 30 ${zeros(59)}`],
  ['flash erase', ['b4 41 00 01 00', 'b2 7f 00', 'b3 40 00 02'], `41 40 00 02 ff ff ${zeros(58)}`],
  ['flash erase answers', ['b2 7f 00'], `41 7f 00 ${zeros(61)}`],
  ['erase leaves the next block', ['b4 80 00 01 00', 'b2 7f 00', 'b3 80 00 01'], `41 80 00 01 00 ${zeros(59)}`],
  ['32 bytes of flash to the end', ['b3 e0 1d 20'], `41 e0 1d 20 ${run('ff', 32)} ${zeros(28)}`],
  ['splash size, stored', ['b2 00 00', 'b4 00 00 02 34 12', 'f6 00'], 'f6 fe 1d 34 12'],
  ['nothing after the exit', ['ef 88 13', 'f1 00'], 'nothing'],
  ['a bad packet, then a good one', ['95 01 00 00 00', 'f1 00'], 'f1 00 01'],
])('%s', (_, packets, expected) => {
  expect(answer(packets)).toBe(expected);
});

test('strict: unknown IDs are answered, report 0 is not', () => {
  expect(answer(['a1 00 00 00'], { strict: true })).toBe(error('a1', 'ff'));
  expect(answer(['11 05 00'], { strict: true })).toBe(error('11', 'ff'));
  expect(answer([zeros(24)], { strict: true })).toBe('nothing');
});

test.each([
  ['reset', '93 01 00', 0.001, 1],
  ['init in µs', '94 00 02 00 64 3f 00 64 c0', 0.001, 0.2],
  ['init in ms', '94 00 02 00 64 3f 00 64 c0', 1, 200],
  ['before every data byte', '95 01 00 02 03 ff ff ff', 1, 6],
  ['commands and data', '96 00 01 01 00 b8 00 01 02 ff ff', 1, 258],
  ['no delay', '95 01 00 00 01 ff', 1, undefined],
])('busy: %s', (_, packet, delayUnit, busy) => {
  expect(new PicolcdDevice({ delayUnit }).receive(bytes(packet)).busy).toBe(busy);
});

test('a packet longer than a report is cut at 64 bytes', () => {
  expect(answer([`96 00 14 ${run('00 00 3f', 20)} 00 00 01 ff`])).toBe(error('96', '01'));
});

const ids = fc.constantFrom(0x81, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0xa3, 0xa4, 0xb2, 0xb3, 0xb4, 0xef, 0xf1, 0xf6);
const anyPacket = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.tuple(ids, fc.uint8Array({ maxLength: 63 })).map(([id, rest]) => Uint8Array.of(id, ...rest)),
  fc.tuple(ids, fc.array(fc.nat(3), { maxLength: 63 })).map(([id, rest]) => Uint8Array.of(id, ...rest)),
);

test('never throws, answers at most one declared report, and always shows 256 x 64', () => {
  fc.assert(
    fc.property(fc.array(anyPacket, { maxLength: 40 }), fc.boolean(), (packets, strict) => {
      const device = new PicolcdDevice({ strict });
      for (const packet of packets) {
        const before = packet.slice();
        const { answers = [], busy = 0 } = device.receive(packet);
        expect(packet).toEqual(before);
        expect(answers.length).toBeLessThanOrEqual(1);
        for (const report of answers) expect([3, 5, 6, 17, 64]).toContain(report.length);
        expect(busy).toBeGreaterThanOrEqual(0);
      }
      const { width, height, cells } = device.glass();
      expect([width, height, cells.length]).toEqual([256, 64, 256 * 64]);
    }),
  );
});
