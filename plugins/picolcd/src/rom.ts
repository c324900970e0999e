import type { CharacterRom } from '@lcdflow/core';

/** A yen sign stands where ASCII has a backslash. */
const YEN = 0x5c;

/** The letters of ASCII that the text panels' controller has in its ROM (docs/protocol.md section 11.3). */
export const ROM: CharacterRom = {
  name: 'HD44780-A00',
  code: (codePoint) => (codePoint >= 0x20 && codePoint <= 0x7d && codePoint !== YEN ? codePoint : undefined),
};

/** The bytes that show the user-defined characters, which are numbered as they are. */
export const SLOTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
