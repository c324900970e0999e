import type { CharacterRom } from '@lcdflow/core';

/** Letters that both character ROMs have where ASCII has them; the A00 has a yen sign for the backslash. */
const ascii = (name: string, isOther: (codePoint: number) => boolean): CharacterRom => ({
  name,
  code: (codePoint) => (codePoint >= 0x20 && codePoint <= 0x7d && !isOther(codePoint) ? codePoint : undefined),
});

/** The character ROMs that controllers come with (docs/protocol.md section 1.4). */
export const ROMS = {
  A00: ascii('HD44780-A00', (codePoint) => codePoint === 0x5c),
  A02: ascii('HD44780-A02', () => false),
} as const;

/** A ROM without some of its bytes, which mean something else on the way to the display. */
export const withoutCodes = (rom: CharacterRom, codes: readonly number[]): CharacterRom => ({
  name: rom.name,
  code: (codePoint) => {
    const code = rom.code(codePoint);
    return code === undefined || codes.includes(code) ? undefined : code;
  },
});
