const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters that stand alone whatever is beside them. */
const PLAIN = /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u21ff\u2300-\u2319\u2500-\u25fc]*$/;

/**
 * What a person takes for one letter (Unicode Standard Annex 29), each composed as far as Unicode has a letter for it:
 * an e and an accent are é.
 */
export function graphemes(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment.normalize('NFC'));
}
