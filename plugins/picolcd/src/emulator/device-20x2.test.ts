import { dotMatrix, type Frame, letterDots } from '@lcdflow/core';
import { bytes, hex } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { PANEL, picolcd20x2Emulator } from './index.ts';

const zeros = (count: number): string => Array.from({ length: count }, () => '00').join(' ');
const TWENTY = '41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50 51 52 53 54';

/** A device after some packets. */
function after(...packets: readonly string[]) {
  const device = picolcd20x2Emulator.powerUp();
  for (const packet of packets) device.receive(bytes(packet));
  return device;
}

/** The glass at full light and contrast. `dots` are those of its first cells; the others are blank. */
const glassOf = (dots: readonly (readonly number[])[]): Frame =>
  dotMatrix({ width: 20, height: 2 }, (index) => dots[index] ?? letterDots(0x20), PANEL);
const linesOf = (...lines: readonly string[]): Frame =>
  glassOf(lines.flatMap((line) => Array.from(line.padEnd(20), (letter) => [...letterDots(letter.codePointAt(0)!)])));

describe('what is on the glass', () => {
  test.each([
    ['nothing at power-up', [], '', ''],
    ['a row', [`98 01 00 14 ${TWENTY}`], '', 'ABCDEFGHIJKLMNOPQRST'],
    ['part of a row', ['98 00 03 02 41 42'], '   AB', ''],
    ['what follows the text does not count', ['98 00 00 01 41 42 43'], 'A', ''],
    ['what does not fit into the row is dropped', ['98 00 12 04 41 42 43 44'], '                  AB', ''],
    ['beyond the row', ['98 00 14 01 41', '98 00 ff 01 41'], '', ''],
    ['no text', ['98 00 00 00'], '', ''],
    ['a third row', ['98 02 00 01 41'], '', ''],
    ['more than a row', [`98 00 00 15 ${TWENTY} 55`], '', ''],
    ['more than was sent', ['98 00 00 03 41 42'], '', ''],
    ['cut short', ['98 00 00', '98', '93', '9c 00 1f'], '', ''],
    ['cleared', [`98 01 00 14 ${TWENTY}`, '94'], '', ''],
    ['cleared, with a byte that means nothing', [`98 01 00 14 ${TWENTY}`, '94 00'], '', ''],
    ['off', ['98 00 00 01 41', '93 03'], '', ''],
    ['off and on: it is still there', ['98 00 00 01 41', '93 00', '93 04'], 'A', ''],
    ['nothing after it has left', ['98 00 00 01 41', 'ef 88 13', '98 00 00 01 42'], 'A', ''],
    ['the 24 zeros that LCDproc begins with', [zeros(24)], '', ''],
  ])('%s', (_, packets, first, second) => expect(after(...packets).glass()).toEqual(linesOf(first, second)));

  test('user-defined characters, which the bytes 8 to 15 show, too', () => {
    const define = ['9c 01 1f 15 ff 00 00 00 00 01', '9c 08 1f 1f 1f 1f 1f 1f 1f 1f'];
    const rows = [0x1f, 0x15, 0x1f, 0, 0, 0, 0, 1];
    expect(after(...define, '98 00 00 03 01 09 00').glass()).toEqual(glassOf([rows, rows, [0, 0, 0, 0, 0, 0, 0, 0]]));
  });

  test('letters of the ROM that are not ASCII', () => {
    expect(after('98 00 00 03 5c 7e ff').glass()).toEqual(linesOf('¥→█'));
  });

  test('two colours; the backlight dims both, a weak contrast fades the ink', () => {
    const colors = (...packets: string[]) => [...new Set(after('98 00 00 01 48', ...packets).glass().cells)];
    expect(colors()).toEqual(expect.arrayContaining([PANEL.ink, PANEL.paper]));
    const [bright, dark, weak] = [colors(), colors('91 00'), colors('92 28')];
    expect([bright.length, dark.length, weak.length]).toEqual([2, 2, 2]);
    expect(Math.max(...dark)).toBeLessThan(Math.max(...bright));
    expect(Math.min(...weak)).toBeGreaterThan(Math.min(...bright));
  });
});

describe('what it answers', () => {
  const answers = (...packets: string[]): readonly string[] => {
    const device = picolcd20x2Emulator.powerUp();
    return packets.map((packet) => (device.receive(bytes(packet)).answers ?? []).map(hex).join(' | ')).slice(-1);
  };

  test.each([
    ['eeprom', ['a3 10 00 02'], `32 10 00 02 ff ff ${zeros(18)}`],
    ['eeprom write', ['a4 fe 00 02 aa bb'], `32 fe 00 02 aa bb ${zeros(18)}`],
    ['external eeprom', ['a1 fe 1f 02'], `31 fe 1f 02 ff ff ${zeros(18)}`],
    ['external eeprom write', ['a2 00 01 01 5a', 'a1 00 01 01'], `31 00 01 01 5a ${zeros(19)}`],
    ['the two are not the same', ['a2 00 00 01 5a', 'a3 00 00 01'], `32 00 00 01 ff ${zeros(19)}`],
    ['a full piece', ['a3 00 00 14'], `32 00 00 14 ${Array.from({ length: 20 }, () => 'ff').join(' ')}`],
    ['nothing to what is beyond the memory', ['a1 ff 1f 02'], ''],
    ['nothing to a faulty packet', ['98 00'], ''],
    ['nothing to a version', ['f1 00'], ''],
    ['nothing to what it does not know', ['b3 00 00 01'], ''],
    ['nothing to the time off the bus', ['f8 10 00'], ''],
  ])('%s', (_, packets, answer) => expect(answers(...packets)).toEqual([answer]));
});

test('controls are what a person sees', () => {
  const { backlight, contrast, led1, led8 } = after('91 ff', '92 0a', '81 81').controls();
  expect({ backlight, contrast, led1, led8 }).toEqual({ backlight: 1, contrast: 0.75, led1: 1, led8: 1 });
  expect(after('91 00', '92 28').controls()).toMatchObject({ backlight: 0, contrast: 0, led1: 0 });
  expect(after('92 40').controls()).toMatchObject({ backlight: 1, contrast: 0 });
});

test('keys: the higher code first, and 0, 0 for three', () => {
  const device = after();
  const pressed = ['plus', 'enter', 'f3'].flatMap((key) => device.press(key, true)).map(hex);
  expect(pressed).toEqual(['11 01 00', '11 0c 01', '11 00 00']);
  expect(device.press('plus', false).map(hex)).toEqual(['11 0c 05']);
  expect(() => device.press('back', true)).toThrow(/^key: one of plus, minus, f1, .*, enter, not back$/);
});

test('infrared in reports of 24 bytes', () => {
  const [first, second] = after().infrared([-9000, 4500, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([first!.length, hex(first!.subarray(0, 6)), hex(second!.subarray(0, 5))]).toEqual([
    24,
    '21 14 d8 dc 94 11',
    '21 02 09 00 00',
  ]);
});
