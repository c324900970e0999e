import type { CharacterRom } from '@lcdflow/core';

/** The letters that every module shows at their ASCII code, whichever character ROM it was built with. */
export const ROM: CharacterRom = {
  name: 'ASCII',
  // 5c and 7e are a yen sign and an arrow in the most common ROM (docs/protocol.md section 4.3).
  code: (codePoint) => (codePoint >= 0x20 && codePoint <= 0x7d && codePoint !== 0x5c ? codePoint : undefined),
};
