import { bytes } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { explainer } from './explain.ts';

const explain = explainer({
  ...{ name: 'LK162-12', width: 16, height: 2, type: 0x34, outputs: 7, keys: { A: 'up' } },
  kind: { light: 'backlight', dimming: 'byte', contrast: true, numbered: true },
});
const explainVfd = explainer({
  ...{ name: 'VFD2041', width: 20, height: 4, type: 0x0c, outputs: 1, keys: {} },
  kind: { light: 'brightness', dimming: 'quarters', contrast: false, numbered: false },
});

test.each([
  ['', 'empty packet'],
  ['48 69 21', '"Hi!"'],
  ['fe 47 01 02 48 69', 'go to column 1, row 2; "Hi"'],
  ['00 41 ff', '".A."'],
  ['fe 43 fe 52', 'wrap on; scroll off'],
  ['fe 4e 07 1f 00 00 00 00 00 00 01', 'character 7: 1f 00 00 00 00 00 00 01'],
  ['fe 99 80', 'brightness 128 of 255'],
  ['fe 42 00', 'light on for good'],
  ['fe 42 05', 'light on for 5 min'],
  ['fe 57 03', 'output 3 on'],
  ['fe 7e 01', 'key repeat none: down and up'],
  ['fe 37', 'module type?'],
  ['fe 3a 50 10', 'flow control on 80 16'],
  ['fe fe', 'unknown command fe'],
  ['41 fe', '"A"; cut off: fe'],
  ['fe 47 01', 'cut off: fe 47 01'],
])('to an LK162-12: %s', (packet, words) => {
  expect(explain(bytes(packet), 'out')).toBe(words);
});

test.each([
  ['fe 57 41', 'output on; "A"'],
  ['fe 59 03', 'brightness 25 %'],
])('to a VFD2041: %s', (packet, words) => {
  expect(explainVfd(bytes(packet), 'out')).toBe(words);
});

test.each([
  ['41', 'key A down'],
  ['59 79', 'key Y down, key Y up'],
  ['61', 'key A up'],
  ['60 7a', '60, 7a'],
  ['09', '09'],
  ['12 5a', '12, 5a'],
])('from a module: %s', (packet, words) => {
  expect(explain(bytes(packet), 'in')).toBe(words);
});

test('the text after power-up is as long as the glass', () => {
  const text = Array.from({ length: 32 }, (_, index) => (0x41 + (index % 26)).toString(16)).join(' ');
  expect(explain(bytes(`fe 40 ${text} 21`), 'out')).toBe('start screen "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF"; "!"');
});
