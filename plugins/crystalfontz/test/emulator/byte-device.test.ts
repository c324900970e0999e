import { bytes } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { ByteDevice } from '../../src/emulator/byte-device.ts';
import { BYTE_PANELS } from '../../src/emulator/panels.ts';
import { cut, fuzz, stream } from '../fuzz.ts';
import { textOn } from '../glass-letters.ts';

const FACTS = BYTE_PANELS.find(({ name }) => name === 'CFA632')!;
const powerUp = () => new ByteDevice(FACTS);
const rows = (device: ByteDevice) => textOn(device.glass(), FACTS).split('\n');
const hexOf = (text: string): string => Array.from(text, (letter) => letter.charCodeAt(0).toString(16)).join(' ');
const shown = (...sent: readonly string[]) => {
  const device = powerUp();
  for (const piece of sent) expect(device.receive(bytes(piece))).toEqual({});
  return rows(device);
};
const row = (text: string): string => text.padEnd(16);

describe('text', () => {
  test.each([
    ['begins in the corner', [hexOf('Hi')], ['Hi', '']],
    ['goes on where it is sent to', ['11 03 01', hexOf('Hi')], ['', '   Hi']],
    ['wraps into the next row', [hexOf('0123456789abcdefXY')], ['0123456789abcdef', 'XY']],
    ['wraps back to the first', ['11 0f 01', hexOf('ABC')], ['BC', '               A']],
    [
      'is dropped at the end of the row without wrapping',
      ['18', hexOf('0123456789abcdefXY')],
      ['0123456789abcdef', ''],
    ],
    ['goes home', [hexOf('AB'), '01', hexOf('C')], ['CB', '']],
    ['goes down and back', [hexOf('AB'), '0a', hexOf('C'), '0d', hexOf('D')], ['AB', 'D C']],
    ['is cleared', [hexOf('AB'), '0c', hexOf('C')], ['C', '']],
    ['stays where it is when sent beyond', ['11 10 00', hexOf('A')], ['A', '']],
    ['of the ROM is reached behind an escape', ['1e 01 1d', 'fa fc'], ['^[]', '']],
    ['after commands nobody knows', ['00 08 10', hexOf('A')], ['A', '']],
    ['after a reboot', [hexOf('AB'), '1a 1a', hexOf('C')], ['C', '']],
    ['after half a reboot', ['1a 20', hexOf('C')], ['C', '']],
  ] as const)('%s', (_, sent, [first, second]) => {
    expect(shown(...sent)).toEqual([row(first), row(second)]);
  });
});

test('commands may come in pieces', () => {
  expect(shown('11', '02', '00', '48', '69')).toEqual([row('  Hi'), row('')]);
});

test('glyphs are drawn and shown', () => {
  const device = powerUp();
  device.receive(bytes('19 02 1f 00 00 00 00 00 00 11 82'));
  const { cells, width } = device.glass();
  const line = (y: number) =>
    Array.from({ length: 5 }, (_, x) => (cells[y * width + x] === cells[5] ? '.' : '#')).join('');
  expect([line(0), line(1), line(7)]).toEqual(['#####', '.....', '#...#']);
});

test('lights, and a display that is off', () => {
  const device = powerUp();
  device.receive(bytes('0e 19 0f 4b'));
  expect(device.controls()).toEqual({ backlight: 0.25, contrast: 0.75 });
  device.receive(bytes('0e 65 41 02'));
  expect(device.controls().backlight).toBe(0.25);
  expect(new Set(device.glass().cells)).toEqual(new Set([0]));
  device.receive(bytes('03'));
  expect(rows(device)[0]).toBe(row('A'));
});

test('it has no keys', () => {
  expect(() => powerUp().press('up')).toThrow('key: the CFA632 has none, so not up');
});

test('fuzzed streams are taken; nine blanks and a clear end whatever they began', () => {
  const device = powerUp();
  const command = (random: (below: number) => number) =>
    Uint8Array.of(random(0x20), ...Array.from({ length: random(10) }, () => random(24)));
  const end = bytes(`20 20 20 20 20 20 20 20 20 0c 03 17 ${hexOf('ok')}`);
  let run = 0;
  fuzz((random) => {
    for (const piece of cut(stream(random, command), random)) device.receive(piece);
    device.receive(end);
    run += 1;
    if (run % 1_000 === 0) expect(rows(device)).toEqual([row('ok'), row('')]);
  });
});
