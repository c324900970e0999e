import { bytes, hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { WIRINGS as EMULATED } from '../emulator/i2c/wirings.ts';
import type { Access } from '../encode.ts';
import { GEOMETRIES } from '../geometry.ts';
import { hd44780I2c } from './driver.ts';
import { encodeAccesses, encodeHalf, encodeLight } from './encode.ts';
import { opening } from './opening.ts';
import { WIRINGS, wiringOf } from './wirings.ts';

const CURSOR: Access = { controllers: 1, register: 'instruction', bytes: [0xc0] };
const LETTER: Access = { controllers: 1, register: 'data', bytes: bytes('48') };

test.each([
  ['backpack', true, '0.1. c8 cc c8 0c 08 49 4d 49 8d 89'],
  ['backpack', false, '0.1. c0 c4 c0 04 00 41 45 41 85 81'],
  ['backpack-en-rs', true, '0.1. c8 c9 c8 09 08 4c 4d 4c 8d 8c'],
  ['mjkdz', true, '0.1. 0c 1c 0c 10 00 44 54 44 58 48'],
  ['lcdproc', true, '0.1. 0c 4c 0c 40 00 14 54 14 58 18'],
  ['lcdproc', false, '0.1. 8c cc 8c c0 80 94 d4 94 d8 98'],
])('%s, light %s', (name, isLit, expected) => {
  const packet = encodeAccesses(WIRINGS[name]!, isLit, [CURSOR, LETTER]);
  expect(hex(packet)).toBe(expected.slice(5));
});

test('pins of one’s own, without a light', () => {
  const pins = { rs: 7, rw: 6, en: 5, data: [3, 2, 1, 0] };
  expect(hex(encodeAccesses(pins, true, [LETTER]))).toBe('82 a2 82 a1 81');
  expect(hex(encodeLight(pins, true))).toBe('00');
  expect(hex(encodeHalf(pins, true, 3))).toBe('0c 2c 0c');
});

test('two wires at one pin are told', () => {
  const pins = { rs: 0, rw: 1, en: 2, data: [4, 5, 6, 7], light: 2 };
  expect(() => wiringOf(pins)).toThrow('hd44780-i2c: wiring: each wire has a pin of its own, but pin 2 has two');
  expect(wiringOf({ ...pins, light: 3 })).toEqual({ ...pins, light: 3 });
});

test('opening: power, four halves, then bytes, each with its wait', () => {
  const steps = opening(WIRINGS.backpack!, GEOMETRIES['16x2']!, true);
  expect(steps.map(({ packet, wait }) => `${hex(packet)} / ${wait}`)).toEqual([
    '08 / 40',
    '38 3c 38 / 5',
    '38 3c 38 / 1',
    '38 3c 38 / 1',
    '28 2c 28 / 1',
    '28 2c 28 8c 88 08 0c 08 1c 18 / 7',
    '08 0c 08 6c 68 08 0c 08 cc c8 / 0',
  ]);
  expect(hex(opening(WIRINGS.backpack!, GEOMETRIES['8x1']!, true)[5]!.packet)).toMatch(/^28 2c 28 0c 08 /);
});

test('models: the wiring and the size; no light without its pin', () => {
  const model = (wiring: never) => hd44780I2c.model({ wiring, size: '16x2', rom: 'A00', backlight: '100%' });
  expect(model('lcdproc' as never)).toMatchObject({ name: 'lcdproc-16x2', controls: ['backlight'], keys: [] });
  expect(model({ rs: 0, rw: 1, en: 2, data: [4, 5, 6, 7] } as never)).toMatchObject({ name: 'own-16x2', controls: [] });
});

test('the emulated expanders are wired the same', () => {
  const masks = Object.entries(WIRINGS).map(([name, { rs, rw, en, data, light, lightIsLow }]) => ({
    ...{ name, rs: 1 << rs, rw: 1 << rw, en: 1 << en, light: 1 << light!, lightIsLow, firstData: data[0] },
  }));
  expect(masks).toEqual(EMULATED);
});
