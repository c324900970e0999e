const BLANK = 0x20;
/** Stands for what would not take exactly one terminal cell. */
const REPLACEMENT = 0xfffd;

/** Letters that widgets have drawn themselves (private use, planes 15 and 16), and the square a terminal shows for them. */
const DRAWN = 0xf_0000;
const SQUARE = 0x25a0;

/** Blocks with letters of two terminal cells (East Asian Width W and F, Unicode Annex 11); the few narrow ones in them are lost. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2ff],
  [0x1f000, 0x1faff],
  [0x20000, 0x3fffd],
];

const isWide = (code: number): boolean =>
  WIDE.some(([first, last]) => code >= first && code <= last) ||
  /^\p{Emoji_Presentation}$/u.test(String.fromCodePoint(code));

/** Box drawing, blocks, shapes and braille: most of what a panel shows beside ASCII. */
const isDrawing = (code: number): boolean => (code >= 0x2500 && code < 0x25fd) || (code >= 0x2800 && code < 0x2900);

/** Marks that take no cell of their own, format characters, and halves of surrogate pairs. */
const isNarrow = (code: number): boolean => /^[\p{Mn}\p{Me}\p{Cf}\p{Cs}]$/u.test(String.fromCodePoint(code));

/**
 * The code point a terminal may be given for one cell: control characters become a blank, what takes no cell or two
 * becomes U+FFFD. Private-use code points stay, but for letters that widgets have drawn: they are a square.
 */
export function printable(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return BLANK;
  if (code < 0x300 || isDrawing(code)) return code;
  if (code >= DRAWN && code <= 0x10_ffff) return SQUARE;
  return code > 0x10ffff || isNarrow(code) || isWide(code) ? REPLACEMENT : code;
}

/** A line of somebody else's text, made fit for one row: escape sequences and control characters go, tabs are blanks. */
export function printableLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
  const bare = text.replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.?)/gu, '');
  return Array.from(bare, (letter) => String.fromCodePoint(printable(letter.codePointAt(0)!))).join('');
}
