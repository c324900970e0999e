/** Supplementary Private Use Area A: nobody else gives these code points a meaning, and no font has them. */
const FIRST = 0xf_0000;
const LAST = 0xf_fffd;
const REPLACEMENT = '\ufffd';
const ALL_DOTS = 0x1f;
const HEIGHT = 8;

const drawn: Uint8Array[] = [];
const letters = new Map<string, string>();

/**
 * A letter with a picture of one's own, for texts on characters: 8 rows from the top, bit 4 is the left of 5 columns;
 * missing rows are blank. The same picture is always the same letter. It takes one of the panel's user-defined
 * characters, and displays without dots cannot show it. Of more than 65,534 pictures the others are U+FFFD.
 */
export function drawnLetter(rows: ArrayLike<number>): string {
  const dots = Uint8Array.from({ length: HEIGHT }, (_, y) => (rows[y] ?? 0) & ALL_DOTS);
  const key = String(dots);
  const known = letters.get(key);
  if (known !== undefined) return known;
  if (FIRST + drawn.length > LAST) return REPLACEMENT;
  const letter = String.fromCodePoint(FIRST + drawn.push(dots) - 1);
  letters.set(key, letter);
  return letter;
}

/** The picture of a letter that `drawnLetter` gave; `undefined` for all others. */
export const drawnDots = (codePoint: number): Uint8Array | undefined => drawn[codePoint - FIRST];
