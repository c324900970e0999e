import { expect, test } from 'vitest';
import { ROM } from './rom.ts';

// What the ROM lacks is drawn as a user-defined character, and so must not be taken for its neighbour in ASCII.
test.each([
  [' ', 0x20],
  ['A', 0x41],
  ['[', 0x5b],
  ['}', 0x7d],
  ['\\', undefined],
  ['~', undefined],
  ['✓', undefined],
])('%s', (letter, byte) => expect(ROM.code(letter.codePointAt(0)!)).toBe(byte));
