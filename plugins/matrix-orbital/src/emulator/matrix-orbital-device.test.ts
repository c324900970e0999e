import { type Frame, letterDots } from '@lcdflow/core';
import { describe, expect, test } from 'vitest';
import { MatrixOrbitalDevice } from './matrix-orbital-device.ts';
import type { EmulatedModule } from './module.ts';

const LK: EmulatedModule = {
  ...{ name: 'LK082-12', width: 8, height: 2, type: 0x48, outputs: 2, keys: { A: 'up', B: 'down' } },
  kind: { light: 'backlight', dimming: 'byte', contrast: true, numbered: true },
};
const VFD: EmulatedModule = {
  ...{ name: 'VFD0821', width: 8, height: 2, type: 0x0b, outputs: 1, keys: {} },
  kind: { light: 'brightness', dimming: 'quarters', contrast: false, numbered: false },
};

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.split(' '), (word) => (word[0] === "'" ? word.charCodeAt(1) : Number.parseInt(word, 16)));
const given = (packets: string | readonly string[], module = LK): MatrixOrbitalDevice => {
  const device = new MatrixOrbitalDevice(module);
  for (const packet of [packets].flat()) device.receive(bytes(packet));
  return device;
};
const answerTo = (device: MatrixOrbitalDevice, packet: string): string =>
  (device.receive(bytes(packet)).answers ?? [])
    .map((answer) => Array.from(answer, (byte) => byte.toString(16).padStart(2, '0')).join(' '))
    .join(' | ');

/** The dots of one cell of a glass 8 letters wide. */
function dots({ cells, width }: Frame, column: number, row: number): string {
  const paper = cells[5];
  return Array.from({ length: 8 }, (_, y) =>
    Array.from({ length: 5 }, (_, x) => (cells[(row * 9 + y) * width + column * 6 + x] === paper ? '.' : '#')).join(''),
  ).join('\n');
}
const letter = (text: string): string =>
  Array.from(letterDots(text.codePointAt(0)!), (row) =>
    row.toString(2).padStart(5, '0').replaceAll('0', '.').replaceAll('1', '#'),
  ).join('\n');

describe('a stream of bytes', () => {
  const stream = bytes("fe 58 fe 47 02 01 'A fe 4e 00 01 02 04 08 10 01 02 04 00 fe 57 02 fe 99 33 'B fe 37");
  const whole = new MatrixOrbitalDevice(LK);
  const answers = whole.receive(stream).answers;

  test('means the same in any pieces', () => {
    for (let length = 1; length < stream.length; length++) {
      const device = new MatrixOrbitalDevice(LK);
      const heard: Uint8Array[] = [];
      for (let start = 0; start < stream.length; start += length)
        heard.push(...(device.receive(stream.subarray(start, start + length)).answers ?? []));
      expect(heard).toEqual(answers);
      expect(device.glass()).toEqual(whole.glass());
      expect(device.controls()).toEqual(whole.controls());
    }
  });

  test('shows letters and drawn characters', () => {
    expect(dots(whole.glass(), 1, 0)).toBe(letter('A'));
    expect(dots(whole.glass(), 2, 0)).toBe('....#\n...#.\n..#..\n.#...\n#....\n....#\n...#.\n..#..');
    expect(dots(whole.glass(), 3, 0)).toBe(letter('B'));
  });

  test('an unknown command is counted and takes nothing else', () => {
    const device = given("fe 58 fe fe fe 20 'A");
    expect(device.unknownCommands).toBe(2);
    expect(dots(device.glass(), 0, 0)).toBe(letter('A'));
  });

  test('a prefix among parameters is a parameter', () => {
    expect(given("fe 58 fe 4e 03 fe 46 00 00 00 00 00 00 'A").controls().backlight).toBe(1);
  });

  test('a character drawn again changes where it is shown', () => {
    const device = given('fe 58 00 fe 4e 00 1f 00 00 00 00 00 00 1f');
    expect(dots(device.glass(), 0, 0)).toBe('#####\n.....\n.....\n.....\n.....\n.....\n.....\n#####');
    expect(dots(given('fe 58 08 fe 4e 00 1f 00 00 00 00 00 00 1f').glass(), 0, 0)).toBe(dots(device.glass(), 0, 0));
  });

  test('there is no ninth character', () => {
    const blank = '.....\n'.repeat(8).trimEnd();
    expect(dots(given('fe 58 00 fe 4e 08 1f 1f 1f 1f 1f 1f 1f 1f').glass(), 0, 0)).toBe(blank);
  });
});

test('after power-up it shows its name', () => {
  const glass = new MatrixOrbitalDevice(LK).glass();
  expect([dots(glass, 0, 0), dots(glass, 6, 0)]).toEqual([letter('M'), letter(' ')]);
  expect(dots(given('fe 43').glass(), 0, 1)).toBe(letter('r'));
});

describe('controls', () => {
  test.each([
    ['', { backlight: 1, contrast: 0x80 / 0xff, gpo1: 0, gpo2: 0 }],
    ['fe 46', { backlight: 0 }],
    ['fe 99 33', { backlight: 0.2 }],
    ['fe 99 33 fe 46 fe 42 00', { backlight: 0.2 }],
    ['fe 50 ff', { contrast: 1 }],
    ['fe 57 01 fe 57 02 fe 56 01', { gpo1: 0, gpo2: 1 }],
    ['fe 57 07', { gpo1: 0, gpo2: 0 }],
  ])('of an LK after %s', (packet, expected) => {
    expect(given(packet === '' ? [] : packet).controls()).toMatchObject(expected);
  });

  test.each([
    ['fe 59 00', { brightness: 1, gpo1: 0 }],
    ['fe 59 03', { brightness: 0.25 }],
    ['fe 46', { brightness: 0 }],
    ['fe 99 00', { brightness: 1 }],
    ['fe 57', { gpo1: 1 }],
    ['fe 57 fe 56', { gpo1: 0 }],
  ])('of a VFD after %s', (packet, expected) => {
    expect(given(packet, VFD).controls()).toMatchObject(expected);
  });

  test('a VFD is dark when it is off, an LCD can be read', () => {
    const colors = (module: EmulatedModule, packet: string) => new Set(given(packet, module).glass().cells).size;
    expect([colors(VFD, 'fe 42 00'), colors(VFD, 'fe 46'), colors(LK, 'fe 46')]).toEqual([2, 1, 2]);
  });
});

describe('keys', () => {
  const pressed = (device: MatrixOrbitalDevice, key: string): string =>
    [true, false].flatMap((down) => device.press(key, down).map((packet) => String.fromCharCode(...packet))).join(' ');

  test.each([
    ['from the factory', [], 'A'],
    ['with key-up codes', ['fe 7e 01'], 'A a'],
    ['typematic again', ['fe 7e 01', 'fe 7e 00'], 'A'],
    ['without repeats', ['fe 7e 01', 'fe 60'], 'A'],
    ['to be polled', ['fe 4f'], ''],
    ['sent again', ['fe 4f', 'fe 41'], 'A'],
  ])('%s', (_, packets, expected) => {
    expect(pressed(given(packets), 'up')).toBe(expected);
  });

  test('a key that it does not have does nothing', () => {
    expect(pressed(given([]), 'left')).toBe('');
  });

  test('are polled in order, at most ten', () => {
    const device = given(['fe 4f']);
    for (let press = 0; press < 12; press++) device.press(press % 2 ? 'down' : 'up', true);
    expect(answerTo(device, 'fe 26')).toBe('c1');
    for (let poll = 0; poll < 8; poll++) device.receive(bytes('fe 26'));
    expect([answerTo(device, 'fe 26'), answerTo(device, 'fe 26')]).toEqual(['42', '00']);
  });

  test('that wait are forgotten', () => {
    const device = given(['fe 4f']);
    device.press('up', true);
    expect(answerTo(device, 'fe 45 fe 26')).toBe('00');
  });
});

test('it answers what it is', () => {
  const device = new MatrixOrbitalDevice(LK);
  expect(['fe 37', 'fe 36', 'fe 35', 'fe 37 fe 36'].map((packet) => answerTo(device, packet))).toEqual([
    ...['48', '54', '12 34', '48 54'],
  ]);
  expect(answerTo(new MatrixOrbitalDevice(LK, { customerData: true }), 'fe 35').length).toBe(16 * 3 - 1);
});

test('an old LCD or VFD is cleared by a form feed, too', () => {
  expect(dots(given("'A 0c", VFD).glass(), 0, 0)).toBe(letter(' '));
});
