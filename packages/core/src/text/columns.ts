/** Scripts and signs that East Asian terminals give two columns (Unicode Standard Annex 11), and pictures. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Tangut}\p{Emoji_Presentation}\u3000-\u303e\u30a0-\u30ff\u3200-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u;
/** Regional indicators make a flag; the selector asks for the picture of a sign that is a letter as well. */
const PICTURE = /\ufe0f|[\u{1f1e6}-\u{1f1ff}]{2}/u;
const NARROW_UNTIL = 0x1100;

/** How many cells of letters a grapheme takes: 1, or 2 for wide letters. */
export function columnsOf(grapheme: string): number {
  if (grapheme.length === 1 && grapheme.charCodeAt(0) < NARROW_UNTIL) return 1;
  return WIDE.test(grapheme) || PICTURE.test(grapheme) ? 2 : 1;
}
