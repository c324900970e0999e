import { columnsOf, graphemes } from '@lcdflow/core';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Signs that do not begin a line (Unicode Standard Annex 14, classes CL and NS, in part). */
const CLOSING = /^[、。，．・：；？！）」』】〉》］｝〕ー々…]/u;
const PLAIN = /^[\x20-\x7e]*$/;

/** How wide a text is. */
type WidthOf = (text: string) => number;

/** What is not broken where it has room: a word, or a letter of those that need no blanks between words. */
interface Unit {
  readonly text: string;
  /** What stands before it, unless it begins a line. */
  readonly blank: '' | ' ';
}

/**
 * A text with its lines broken between words, and between Chinese or Japanese letters, so that none is wider than there is
 * room. A word that is longer than a line is broken between two letters; blanks round a break are left away.
 */
export const wrapped = (text: string, width: number, widthOf: WidthOf): string =>
  text
    .split(/\r?\n/)
    .flatMap((line) => linesOf(line, width, widthOf))
    .join('\n');

/** How many pieces a text has that were better not broken: more of them when a word was. */
export const unitsIn = (text: string): number =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .reduce((sum, word) => sum + unitsOf(word).length, 0);

function linesOf(line: string, width: number, widthOf: WidthOf): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const { text, blank } of line.split(/[ \t]+/).flatMap(unitsOf)) {
    const longer = current === '' ? text : current + blank + text;
    if (widthOf(longer) <= width) current = longer;
    else {
      if (current !== '') lines.push(current);
      const pieces = piecesOf(text, width, widthOf);
      for (const piece of pieces.slice(0, -1)) lines.push(piece);
      current = pieces.at(-1) ?? '';
    }
  }
  return [...lines, current];
}

function unitsOf(word: string): readonly Unit[] {
  if (PLAIN.test(word)) return [{ text: word, blank: ' ' }];
  const texts: string[] = [];
  let wasWide = true;
  for (const { segment } of segmenter.segment(word)) {
    const isWide = columnsOf(segment) === 2;
    const isJoined = texts.length > 0 && (CLOSING.test(segment) || !(isWide || wasWide));
    if (isJoined) texts.push(texts.pop()! + segment);
    else texts.push(segment);
    wasWide = isWide;
  }
  return texts.map((text, index) => ({ text, blank: index === 0 ? ' ' : '' }));
}

/** At least one letter a piece, also where a wide one has no room. Arabic letters look as they do in the whole word. */
function piecesOf(word: string, width: number, widthOf: WidthOf): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  let room = width;
  for (const letter of graphemes(word)) {
    const letters = widthOf(letter);
    if (current !== '' && letters > room) {
      pieces.push(current);
      current = '';
      room = width;
    }
    current += letter;
    room -= letters;
  }
  return [...pieces, current];
}
