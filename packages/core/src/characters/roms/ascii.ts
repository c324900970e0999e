import { characterRom } from '../character-rom.ts';

/** Plain ASCII, for panels of which nothing else is known. */
export const asciiRom = characterRom('ASCII', {
  32: ` !"#$%&'()*+,-./`,
  48: '0123456789:;<=>?',
  64: '@ABCDEFGHIJKLMNO',
  80: 'PQRSTUVWXYZ[\\]^_',
  96: '`abcdefghijklmno',
  112: 'pqrstuvwxyz{|}~ ',
});
