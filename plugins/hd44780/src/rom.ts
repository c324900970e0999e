import { hd44780A00, hd44780A02 } from '@lcdflow/core';

/** The character ROMs that controllers come with (docs/protocol.md section 1.4). */
export const ROMS = { A00: hd44780A00, A02: hd44780A02 } as const;
