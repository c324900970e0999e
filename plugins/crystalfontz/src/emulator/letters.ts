/** What the columns of a ROM show, 16 codes each; a space means that nothing is known. */
const lettersOf = (columns: Readonly<Record<number, string>>): ReadonlyMap<number, number> => {
  const letters = Object.entries(columns).flatMap(([first, column]) =>
    [...column].map((letter, index) => [Number(first) + index, letter.codePointAt(0)!] as const),
  );
  return new Map([...letters.filter(([, codePoint]) => codePoint !== 0x20), [0x20, 0x20]]);
};

/** docs/protocol.md section 4.1 */
export const LETTERS_63X = lettersOf({
  16: '►◄⏫⏬«»↖↗↙↘▲▼↵^ˇ█',
  32: ' !"#¤%&\'()*+,-./',
  48: '0123456789:;<=>?',
  64: '¡ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZÄÖÑÜ§',
  96: '¿abcdefghijklmno',
  112: 'pqrstuvwxyzäöñüà',
  128: '°¹²³⁴⁵⁶⁷⁸⁹½¼±≥≤µ',
  144: '♪♬ ♥♦ 「」“”  αεδ∞',
  160: '@£$¥èéùìòÇ Øø Åå',
  176: 'Δ¢ΦτλΩπΨΣΘΞ●ÆæßÉ',
  192: 'ΓΛΠΥ_ÈÊêçğŞşİı~◊',
  208: '     ƒ█    ₧◦•↑→',
  224: '↓←ÁÍÓÚÝáíóúýÔô  ',
  240: 'ČĚŘŠŽčěřšž[\\]{|}',
});

/** docs/protocol.md section 4.2 */
export const LETTERS_HD44780 = lettersOf({
  32: ' !"#$%&\'()*+,-./',
  48: '0123456789:;<=>?',
  64: '@ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZ[¥]^_',
  96: '`abcdefghijklmno',
  112: 'pqrstuvwxyz{|}→←',
});
