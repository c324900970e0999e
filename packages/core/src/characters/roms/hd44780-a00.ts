import { characterRom } from '../character-rom.ts';

/**
 * The Japanese ROM, by far the most common one: Hitachi HD44780U data sheet, table 4, ROM code A00; also in the clones
 * KS0066-00, ST7066-0A, SPLC780-01, and in the CFA-533 and 633 (CFA-533 data sheet, "Character generator ROM"). It lacks
 * the backslash and the tilde. Small g, j, p, q and y with descenders (e7, ea, f0, f1, f9), x with a bar (f8), the
 * superscripts -1 and x (e9, eb) have no code point of their own and are left out. ß is shown as β, ° as the katakana mark df.
 */
export const hd44780A00 = characterRom('HD44780-A00', {
  32: ` !"#$%&'()*+,-./`,
  48: '0123456789:;<=>?',
  64: '@ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZ[¥]^_',
  96: '`abcdefghijklmno',
  112: 'pqrstuvwxyz{|}→←',
  160: ' ｡｢｣､･ｦｧｨｩｪｫｬｭｮｯ',
  176: 'ｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿ',
  192: 'ﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏ',
  208: 'ﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ',
  224: 'αäβεμσρ √   ¢£ñö',
  240: '  θ∞ΩüΣπ  千万円÷ █',
});
