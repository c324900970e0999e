import type { CharacterRom } from '@lcdflow/core';

/** Letters in a row, by the byte of the first one; a space stands for a byte that shows no letter. */
type Run = readonly [first: number, letters: string];

const BLANK = 0x20;

function rom(name: string, ...runs: readonly Run[]): CharacterRom {
  const codes = new Map([[BLANK, BLANK]]);
  for (const [first, letters] of runs)
    for (const [index, letter] of [...letters].entries()) {
      const codePoint = letter.codePointAt(0)!;
      if (!codes.has(codePoint)) codes.set(codePoint, first + index);
    }
  return { name, code: (codePoint) => codes.get(codePoint) };
}

/** The ROM of all but the CFA533 and CFA633 (docs/protocol.md section 4). Its ASCII has gaps: `[` is 0xfa. */
export const cfa63xRom = rom(
  'CFA63x',
  [0x10, '►◄⏫⏬«»↖↗↙↘▲▼↵^ˇ '],
  [0x20, ' !"#¤%&\'()*+,-./0123456789:;<=>?'],
  [0x40, '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§'],
  [0x60, '¿abcdefghijklmnopqrstuvwxyzäöñüà'],
  [0x80, '⁰¹²³⁴⁵⁶⁷⁸⁹½¼±≥≤µ♪♬ ♥♦ 「」“”  αεδ∞'],
  [0x80, '°'],
  [0xa0, '@£$¥èéùìòÇ Øø ÅåΔ¢ΦτλΩπΨΣΘΞ●ÆæßÉ'],
  [0xc0, 'ΓΛΠΥ_ÈÊêçğŞşİı~◊     ƒ█    ₧◦•↑→'],
  [0xe0, '↓←ÁÍÓÚÝáíóúýÔô  ČĚŘŠŽčěřšž[\\]{|}'],
);

/** What all ROMs of the HD44780 agree in: ASCII but for the backslash, the tilde and what follows it. */
export const hd44780Rom = rom(
  'HD44780',
  [0x20, ' !"#$%&\'()*+,-./0123456789:;<=>?'],
  [0x40, '@ABCDEFGHIJKLMNOPQRSTUVWXYZ[ ]^_'],
  [0x60, '`abcdefghijklmnopqrstuvwxyz{|}'],
);
