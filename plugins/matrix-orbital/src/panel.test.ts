import { describe, expect, test } from 'vitest';
import { characterPanel } from './panel.ts';

const panel = characterPanel({ width: 20, height: 4 });
const hex = (packets: readonly Uint8Array[]): string =>
  packets.map((packet) => Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ')).join(' | ');

describe('what the protocol can do', () => {
  test('letters and drawn characters are shown at a place, or where the cursor is', () => {
    expect(hex(panel.show({ x: 19, y: 3 }, Uint8Array.of(0x21), false))).toBe('fe 47 14 04 21');
    expect(hex(panel.show({ x: 3, y: 0 }, Uint8Array.of(0x41, 0x07), true))).toBe('41 07');
  });

  test('as many bytes as a move costs', () => {
    const letters = Uint8Array.of(0x41, 0x42);
    const bytes = (cursorIsThere: boolean) => panel.show({ x: 0, y: 0 }, letters, cursorIsThere)[0]!.length;
    expect(bytes(false) - bytes(true)).toBe(panel.moveCost);
  });

  test('a character is drawn in 11 bytes, and shown by its number', () => {
    expect(hex(panel.define(3, Uint8Array.of(1, 2, 4, 8, 16, 8, 4, 31)))).toBe('fe 4e 03 01 02 04 08 10 08 04 1f');
    expect(panel.slots).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // Nobody says that drawing leaves the cursor alone.
    expect(panel.definingKeepsCursor).toBe(false);
  });

  test.each([
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ],
    [
      { x: 18, y: 2 },
      { x: 19, y: 2 },
    ],
    [
      { x: 19, y: 2 },
      { x: 0, y: 3 },
    ],
    [{ x: 19, y: 3 }, undefined],
  ])('after a letter at %j the cursor is at %j', (at, expected) => {
    expect(panel.cursorAfter!(at)).toEqual(expected);
  });
});

test('no letter has the byte that begins a command', () => {
  const codes = Array.from({ length: 0x10000 }, (_, codePoint) => panel.rom.code(codePoint));
  expect(codes).not.toContain(0xfe);
  expect([0x41, 0x7d, 0x2192, 0x2588].map((codePoint) => panel.rom.code(codePoint))).toEqual([0x41, 0x7d, 0x7e, 0xff]);
  expect([...panel.rom.letters!.keys()]).not.toContain(0xfe);
});
