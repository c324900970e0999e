import { joined } from './joined.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters that stand alone whatever is beside them. */
const PLAIN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2300-\u2319\u2500-\u25fc]*$/;
/** Directions, joiners, byte order marks: what has no picture unless it belongs to the letter before it. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}+/u;
const MARK = /^\p{M}/u;
const PLAIN_UNTIL = 0xa0;
/** Whatever has forms in which it joins. */
const JOINING = /[\u0621-\u06d5]/;

/**
 * What a person takes for one letter (Unicode Standard Annex 29), each composed as far as Unicode has a letter for it:
 * an e and an accent are é. Arabic letters are in the forms in which they join. An accent without a letter stands on a
 * blank, and what has no picture is left out.
 */
export function graphemes(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split('');
  const letters: string[] = [];
  for (const segment of segmentsOf(text)) {
    const letter = segment.charCodeAt(0) < PLAIN_UNTIL ? segment : seen(segment);
    if (letter !== '') letters.push(letter.normalize('NFC'));
  }
  return letters;
}

function segmentsOf(text: string): readonly string[] {
  const segments = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return JOINING.test(text) ? joined(segments) : segments;
}

function seen(segment: string): string {
  const rest = segment.replace(UNSEEN, '');
  return MARK.test(rest) ? ` ${rest}` : rest;
}
