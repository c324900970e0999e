import { dotMatrix, type Frame, letterDots } from '@lcdflow/core';
import { bytes, hex } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { Picolcd20x4Device } from './device-20x4.ts';
import { PANEL, type PicolcdOptions } from './index.ts';

const START = '94 00 07 00 32 30 00 32 30 00 32 30 00 32 38 00 32 06 00 32 0c 07 d0 01';
const zeros = (count: number): string => Array.from({ length: count }, () => '00').join(' ');

/** A device after some packets. */
function after(...packets: readonly string[]): Picolcd20x4Device {
  const device = new Picolcd20x4Device();
  for (const packet of packets) device.receive(bytes(packet));
  return device;
}

/** The glass at full light and contrast; `|` is between two rows. */
function glassOf(text: string): Frame {
  const letters = [...text.split('|').map((row) => row.padEnd(20))].join('');
  return dotMatrix({ width: 20, height: 4 }, (index) => letterDots(letters.codePointAt(index)!), PANEL);
}

describe('what is on the glass', () => {
  test.each([
    ['nothing before it was started', ['95 01 00 01 01 41'], '|||'],
    ['a letter', [START, '95 01 00 01 01 41'], 'A|||'],
    ['the second row', [START, '94 00 01 00 64 c3', '95 01 00 01 02 41 42'], '|   AB||'],
    ['several commands in a packet', [START, '94 00 02 00 64 c0 00 64 d4', '95 01 00 01 01 41'], '|||A'],
    ['letters without their mark are commands', [START, '95 00 00 01 02 c0 94', '95 01 00 01 01 41'], '||A|'],
    ['another chip', [START, '95 05 00 01 01 41'], '|||'],
    ['96 is not known', [START, '96 00 01 00 00 80 00 00 01 41'], '|||'],
    ['a faulty packet does nothing', [START, '95 01 00 01 03 41'], '|||'],
    ['nothing after it has left', [START, 'ef 88 13', '95 01 00 01 01 41'], '|||'],
  ])('%s', (_, packets, shown) => expect(after(...packets).glass()).toEqual(glassOf(shown)));
});

describe('what it answers', () => {
  const answer = (packet: string, options?: PicolcdOptions): string =>
    (new Picolcd20x4Device(options).receive(bytes(packet)).answers ?? []).map(hex).join(' | ');

  test.each([
    ['version', 'f1 00', 'f1 00 01'],
    ['device id', 'f5 00', `f5 ${zeros(5)}`],
    ['hook version', 'f7 00', 'f7 00 01'],
    ['eeprom', 'a3 10 00 02', `32 10 00 02 ff ff ${zeros(58)}`],
    ['an error', '95 01 00 01 00', `10 95 08 ${zeros(14)}`],
    ['nothing to what it does not know', 'b3 00 00 01', ''],
  ])('%s', (_, packet, wire) => expect(answer(packet)).toBe(wire));

  test('strict: an error to what it does not know', () =>
    expect(answer('96 00 01', { strict: true })).toBe(`10 96 ff ${zeros(14)}`));
});

test('busy for the delays of a packet', () => {
  expect(new Picolcd20x4Device().receive(bytes(START)).busy).toBeCloseTo(2.3);
  expect(new Picolcd20x4Device({ delayUnit: 1 }).receive(bytes('95 01 00 01 02 41 42')).busy).toBe(2);
});

test('controls are what a person sees', () => {
  expect(after().controls()).toMatchObject({ backlight: 1, contrast: 1, led1: 0 });
  expect(after('91 19', '92 01', '81 01').controls()).toMatchObject({ backlight: 0.25, contrast: 0, led1: 1 });
  expect(after('91 ff').controls()).toMatchObject({ backlight: 1 });
});

test('keys: the higher code first, and 0, 0 for three', () => {
  const device = after();
  const pressed = ['back', 'up', 'f1'].flatMap((key) => device.press(key, true)).map(hex);
  expect(pressed).toEqual(['11 01 00', '11 08 01', '11 00 00']);
  expect(() => device.press('plus', true)).toThrow(/^key: one of back, f1, .*, up, not plus$/);
});
