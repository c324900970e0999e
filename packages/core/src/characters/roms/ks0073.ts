import { characterRom } from '../character-rom.ts';

/**
 * The ROM of the KS0073 and S6A0073, code 00, as in the CFA-631, 632, 634 and 635 (CFA-635 data sheet, "Character
 * generator ROM") and in the EA DIP204: much of ASCII is elsewhere, the places of national letters are those of the GSM
 * alphabet. Only what two public drivers agree on is here, or the data sheet and one of them; pictures at 10 to 1f and 90
 * to 9b, some capitals of Greek, lines at d0 and Czech letters from f0 on are unconfirmed and left out: letters that are
 * left out are drawn as glyphs. The degree sign is shown as superscript 0.
 */
export const ks0073 = characterRom('KS0073-00', {
  16: '    «»       ^  ',
  32: ` !"#¤%&'()*+,-./`,
  48: '0123456789:;<=>?',
  64: '¡ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZÄÖÑÜ§',
  96: '¿abcdefghijklmno',
  112: 'pqrstuvwxyzäöñüà',
  128: '⁰¹²³⁴⁵⁶⁷⁸⁹½¼±≥≤μ',
  144: '            αεδ ',
  160: '@£$¥èéùìòÇ Øø Åå',
  176: ' ¢ τλΩπΨΣ Ξ ÆæßÉ',
  192: 'ΓΛΠ _ÈÊêç     ~ ',
  208: '      █       ↑→',
  224: '↓←ÁÍÓÚÝáíóúýÔô  ',
  240: '          [\\]{|}',
});
