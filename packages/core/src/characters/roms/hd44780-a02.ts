import { characterRom } from '../character-rom.ts';

/**
 * The European ROM: Hitachi HD44780U data sheet, table 4, ROM code A02. Latin-1 with Greek and Cyrillic in its gaps; it
 * has no full block. Left out are pictures without a usual code point: double triangles (14, 15) and what is at a0 and af.
 */
export const hd44780A02 = characterRom('HD44780-A02', {
  16: '►◄“”  ●↵↑↓→←≤≥▲▼',
  32: ` !"#$%&'()*+,-./`,
  48: '0123456789:;<=>?',
  64: '@ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZ[\\]^_',
  96: '`abcdefghijklmno',
  112: 'pqrstuvwxyz{|}~⌂',
  128: 'БДЖЗИЙЛПУЦЧШЩЪЫЭ',
  144: 'α♪ΓπΣσ♬τ🔔θΩδ∞♥ε∩',
  160: ' ¡¢£¤¥¦§ƒ©ª«ЮЯ® ',
  176: '°±²³₧µ¶·ω¹º»¼½¾¿',
  192: 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ',
  208: 'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß',
  224: 'àáâãäåæçèéêëìíîï',
  240: 'ðñòóôõö÷øùúûüýþÿ',
});
