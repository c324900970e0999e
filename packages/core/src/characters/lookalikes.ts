import { unjoined } from '../text/presentation-forms.ts';

/** The last code point of a single code unit. */
const LAST_OF_UNIT = 0xffff;

/** Letters that nobody can tell from each other in 5 x 8 dots, group by group. */
const GROUPS: readonly string[] = [
  // Katakana of full and of half width.
  ...Array.from({ length: 0x3d }, (_, index) => String.fromCodePoint(0xff61 + index)).map(
    (letter) => letter + letter.normalize('NFKC'),
  ),
  // Latin, Greek, Cyrillic.
  ...['A\u0391\u0410', 'B\u0392\u0412', 'C\u0421', 'E\u0395\u0415', 'H\u0397\u041d', 'I\u0399\u0406', 'J\u0408'],
  ...['K\u039a\u041a', 'M\u039c\u041c', 'N\u039d', 'O\u039f\u041e', 'P\u03a1\u0420', 'S\u0405', 'T\u03a4\u0422'],
  ...['X\u03a7\u0425', 'Y\u03a5', 'Z\u0396', 'a\u0430', 'c\u0441', 'e\u0435', 'i\u0456', 'j\u0458', 'o\u03bf\u043e'],
  ...['p\u0440', 's\u0455', 'x\u0445', 'y\u0443', '3\u0417', '\u0413\u0393', '\u041f\u03a0\u220f'],
  // Unicode has these twice: micro, ohm, ångström, sum, difference.
  ...['\u00b5\u03bc', '\u2126\u03a9', '\u00c5\u212b', '\u2211\u03a3', '\u2206\u0394'],
  // ROMs have one of these: ß and β, the middle dots of Latin and katakana, degree, ordinal and the katakana mark, element of and ε.
  ...['ßβ', '·\uff65•∙⋅', '°º˚\u2070\uff9f', 'ε∈', '►▶', '◄◀', '↵↲'],
  // Dashes, quotation marks, strokes.
  ...['-\u2010\u2011\u2012–—―\u2212', "'‘’‛′ʼ", '"“”„‟″', '|¦∣│', '/⁄∕', ',‚'],
];

const ALIKE: ReadonlyMap<number, readonly number[]> = new Map(
  GROUPS.flatMap((group) => {
    const letters = Array.from(group, (letter) => letter.codePointAt(0)!);
    return letters.map((letter) => [letter, letters.filter((other) => other !== letter)] as const);
  }),
);

/** The plain letter of one that is joined. */
function plain(codePoint: number): readonly number[] {
  const [letter, ...more] = unjoined(String.fromCharCode(codePoint)) ?? '';
  return letter === undefined || more.length > 0 || codePoint > LAST_OF_UNIT ? [] : [letter.codePointAt(0)!];
}

/** Other code points that look the same on a character display, or as much so as Arabic letters in all their forms. */
export const lookalikes = (codePoint: number): readonly number[] => ALIKE.get(codePoint) ?? plain(codePoint);
