import { hex } from '@lcdflow/testkit';
import { expect, test } from 'vitest';
import { encodeBacklight, encodeContrast, encodeGlyph, encodeOpening, encodeText } from './encode-bytes.ts';

const at = { x: 5, y: 2 };

test.each([
  ['opening', encodeOpening(), '20 20 20 20 20 20 20 20 20 0c 04 14 18'],
  ['backlight', encodeBacklight(0.5), '0e 32'],
  ['contrast', encodeContrast(1), '0f 64'],
  ['glyph', encodeGlyph(7, Uint8Array.of(1, 2, 4, 8, 16, 31, 0, 21)), '19 07 01 02 04 08 10 1f 00 15'],
  ['text', encodeText(at, Uint8Array.of(0x48, 0x69), false), '11 05 02 48 69'],
  ['text at the cursor', encodeText(at, Uint8Array.of(0x48, 0x69), true), '48 69'],
  ['user-defined characters', encodeText(at, Uint8Array.of(0, 7), true), '80 87'],
  ['letters in the place of commands', encodeText(at, Uint8Array.of(0x10, 0x1f), true), '1e 01 10 1e 01 1f'],
  ['letters in the place of glyphs', encodeText(at, Uint8Array.of(0x80, 0x87), true), '1e 01 80 1e 01 87'],
  ['letters beyond', encodeText(at, Uint8Array.of(0x7f, 0x88, 0xff), true), '7f 88 ff'],
] as const)('%s', (_, packet, wanted) => {
  expect(hex(packet)).toBe(wanted);
});
