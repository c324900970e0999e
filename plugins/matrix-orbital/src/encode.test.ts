import { describe, expect, test } from 'vitest';
import {
  encodeCharacter,
  encodeClear,
  encodeContrast,
  encodeKeypad,
  encodeLight,
  encodeModes,
  encodeOutput,
  encodeResync,
  encodeText,
  QUESTIONS,
} from './encode.ts';

const hex = (...packets: readonly Uint8Array[]): string =>
  packets.map((packet) => Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ')).join(' | ');
const codes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('bytes of', () => {
  test.each([
    ['column 0 of row 0', encodeText({ x: 0, y: 0 }, codes('Hi'), false), 'fe 47 01 01 48 69'],
    ['column 39 of row 3', encodeText({ x: 39, y: 3 }, codes('!'), false), 'fe 47 28 04 21'],
    ['text at the cursor', encodeText({ x: 5, y: 1 }, codes('Hi'), true), '48 69'],
    ['user-defined characters', encodeText({ x: 0, y: 0 }, Uint8Array.of(0, 7), true), '00 07'],
    ['a code that would be a command', encodeText({ x: 0, y: 0 }, Uint8Array.of(0x41, 0xfe, 0x46), true), '41 20 46'],
    ['a character', encodeCharacter(7, Uint8Array.of(1, 2, 4, 8, 16, 8, 4, 31)), 'fe 4e 07 01 02 04 08 10 08 04 1f'],
    ['clear', encodeClear(), 'fe 58'],
    ['blanks for a command that was cut off', encodeResync(), '20 20 20 20 20 20 20 20 20'],
    ['no contrast', encodeContrast(0), 'fe 50 00'],
    ['half the contrast', encodeContrast(0.5), 'fe 50 80'],
    ['all the contrast', encodeContrast(1), 'fe 50 ff'],
    ['output 3 of several', encodeOutput(3, true, true), 'fe 57 03'],
    ['output 6 of several, off', encodeOutput(6, false, true), 'fe 56 06'],
    ['the only output', encodeOutput(1, true, false), 'fe 57'],
    ['the only output, off', encodeOutput(1, false, false), 'fe 56'],
    ['what type?', QUESTIONS.type, 'fe 37'],
    ['what version?', QUESTIONS.version, 'fe 36'],
    ['what data?', QUESTIONS.data, 'fe 35'],
  ])('%s', (_, packet, expected) => {
    expect(hex(packet)).toBe(expected);
  });

  test('modes: wrap on, scroll off, cursors off; keys down and up', () => {
    expect(hex(...encodeModes())).toBe('fe 43 | fe 52 | fe 4b | fe 54');
    expect(hex(...encodeKeypad())).toBe('fe 41 | fe 7e 01');
  });

  test.each([
    ['byte', 0, 'fe 46'],
    ['byte', 0.001, 'fe 46'],
    ['byte', 0.004, 'fe 42 00 | fe 99 01'],
    ['byte', 0.5, 'fe 42 00 | fe 99 80'],
    ['byte', 1, 'fe 42 00 | fe 99 ff'],
    ['switch', 0.49, 'fe 46'],
    ['switch', 0.5, 'fe 42 00'],
    ['switch', 1, 'fe 42 00'],
    ['quarters', 0.12, 'fe 46'],
    ['quarters', 0.25, 'fe 42 00 | fe 59 03'],
    ['quarters', 0.5, 'fe 42 00 | fe 59 02'],
    ['quarters', 0.75, 'fe 42 00 | fe 59 01'],
    ['quarters', 1, 'fe 42 00 | fe 59 00'],
  ] as const)('a light dimmed by %s at %d', (dimming, level, expected) => {
    expect(hex(...encodeLight(level, dimming))).toBe(expected);
  });
});
