import { expect, test } from 'vitest';
import { Flash } from './memory.ts';

// In the bootloader addresses are physical (docs/protocol.md section 2.5); only there can the protected parts be named.
test.each([
  ['reading the bootloader', [0xb3, 0x00, 0x00, 1], [0x41, 0x00, 0x00, 1, 0xff]],
  ['writing the bootloader', [0xb4, 0xff, 0x1f, 1, 0], 0x03],
  ['writing the firmware', [0xb4, 0x00, 0x20, 1, 0], [0x41, 0x00, 0x20, 1, 0]],
  ['reading out of the bootloader', [0xb3, 0xff, 0x1f, 2], 0x06],
  ['reading into the splash', [0xb3, 0xff, 0x41, 2], 0x06],
  ['reading past the end', [0xb3, 0xff, 0x5f, 2], 0x06],
  ['reading beyond the end', [0xb3, 0x00, 0x60, 1], 0x06],
])('%s', (_, report, expected) => {
  const outcome = new Flash(0).receive(Uint8Array.from(report));
  expect(typeof outcome === 'number' ? outcome : [...outcome.subarray(0, 5)]).toEqual(expected);
});

test.each([
  ['the bootloader', [0xb2, 0xff, 0x1f], 0x03],
  ['beyond the end', [0xb2, 0x00, 0x60], 0x04],
  ['the firmware', [0xb2, 0x00, 0x20], [0x41, 0x00, 0x20, 0]],
])('erasing %s', (_, report, expected) => {
  const outcome = new Flash(0).erase(Uint8Array.from(report));
  expect(typeof outcome === 'number' ? outcome : [...outcome.subarray(0, 4)]).toEqual(expected);
});
