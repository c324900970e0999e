import { bytes } from '@lcdflow/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PANEL, PicolcdDevice } from './index.ts';

/** The cells that are not paper, as `x,y`. */
function inked(device: PicolcdDevice): string[] {
  const { cells, width } = device.glass();
  return [...cells.keys()]
    .filter((index) => cells[index] !== PANEL.paper)
    .map((index) => `${index % width},${Math.floor(index / width)}`);
}
function shown(...packets: string[]): string[] {
  const device = new PicolcdDevice();
  for (const packet of packets) device.receive(bytes(packet));
  return inked(device);
}

test('96 draws where its commands say, on its chip', () => {
  expect(shown('96 08 02 00 00 bb 00 00 4e 00 00 02 81 01')).toEqual(['142,24', '143,24', '142,31']);
});
test('95 goes on where 96 ended', () => {
  expect(shown('96 00 02 00 00 b8 00 00 5f 00 00 01 01', '95 01 00 00 01 01')).toEqual(['31,0', '32,0']);
});
test('counters are per chip', () => {
  expect(shown('96 00 02 00 00 b9 00 00 45 00 00 01 01', '95 05 00 00 01 01', '95 01 00 00 01 01')).toEqual([
    '64,0',
    '5,8',
    '6,8',
  ]);
});
test('95 with RS 0 takes its data as commands', () => {
  expect(shown('95 00 00 00 02 b9 43', '95 01 00 00 01 01')).toEqual(['3,8']);
});
test('94 with RS 1 takes its commands as data', () => {
  expect(shown('94 01 02 00 00 01 00 00 01')).toEqual(['0,0', '1,0']);
});
test('96 with RS 1 draws its commands: the arrow-shaped mark', () => {
  expect(shown('96 01 02 00 00 01 00 00 02 00 00 01 04')).toEqual(['0,0', '1,1', '2,2']);
});
test('chip codes from 4 select none', () => {
  expect(shown('95 11 00 00 01 ff', '95 1d 00 00 01 ff')).toEqual([]);
});
test('a 96 with bad data does not run its commands', () => {
  expect(shown('96 00 02 00 00 bb 00 00 4e 00 00 00', '95 01 00 00 01 01')).toEqual(['0,0']);
});
test('after a reset the panel is dark until each chip is switched on', () => {
  const draw = ['95 01 00 00 01 01', '95 0d 00 00 01 01', '93 01 00'];
  expect(shown(...draw)).toEqual([]);
  expect(shown(...draw, '94 0c 01 00 00 3f')).toEqual(['192,0']);
});
test('powers up blank, in two colours, bright', () => {
  const device = new PicolcdDevice();
  expect(inked(device)).toEqual([]);
  device.receive(bytes('95 01 00 00 01 0f'));
  expect(new Set(device.glass().cells)).toEqual(new Set([PANEL.ink, PANEL.paper]));
});

test('controls are what a person sees', () => {
  const device = new PicolcdDevice();
  const dark = { led1: 0, led2: 0, led3: 0, led4: 0, led5: 0, led6: 0, led7: 0, led8: 0 };
  expect(device.controls()).toEqual({ backlight: 1, contrast: 26 / 102, ...dark });
  for (const packet of ['81 81', '91 33', '92 99']) device.receive(bytes(packet));
  expect(device.controls()).toEqual({ backlight: 0.2, contrast: 1, ...dark, led1: 1, led8: 1 });
  device.receive(bytes('92 ff'));
  expect(device.controls().contrast).toBe(0);
});

test('after the exit keys and infrared are silent and the picture stays', () => {
  const device = new PicolcdDevice();
  device.receive(bytes('95 01 00 00 01 01'));
  device.receive(bytes('ef 88 13'));
  device.receive(bytes('95 01 00 00 01 01'));
  expect(device.press('up', true)).toEqual([]);
  expect(device.infrared([-9000, 4500])).toEqual([]);
  expect(inked(device)).toEqual(['0,0']);
});

test('anything drawn tile by tile is on the glass', () => {
  const tile = fc.record({ chip: fc.nat(3), page: fc.nat(7), data: fc.uint8Array({ minLength: 64, maxLength: 64 }) });
  fc.assert(
    fc.property(fc.array(tile, { maxLength: 12 }), (tiles) => {
      const device = new PicolcdDevice();
      const expected = new Uint32Array(256 * 64).fill(PANEL.paper);
      for (const { chip, page, data } of tiles) {
        const head = [0x96, chip << 2, 2, 0, 0, 0xb8 + page, 0, 0, 0x40, 0, 0, 32];
        device.receive(Uint8Array.of(...head, ...data.subarray(0, 32)));
        device.receive(Uint8Array.of(0x95, (chip << 2) | 1, 0, 0, 32, ...data.subarray(32)));
        data.forEach((byte, column) => {
          for (let bit = 0; bit < 8; bit++)
            expected[(page * 8 + bit) * 256 + chip * 64 + column] = (byte >> bit) & 1 ? PANEL.ink : PANEL.paper;
        });
      }
      expect(device.glass().cells).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
