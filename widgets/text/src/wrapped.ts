const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many cells of letters a text takes. */
type LettersIn = (text: string) => number;

/**
 * A text with its lines broken between words so that each has so many letters or fewer. A word that is longer than a
 * line is broken between two letters; blanks round a break are left away.
 */
export const wrapped = (text: string, columns: number, lettersIn: LettersIn): string =>
  text
    .split(/\r?\n/)
    .flatMap((line) => linesOf(line, columns, lettersIn))
    .join('\n');

function linesOf(line: string, columns: number, lettersIn: LettersIn): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[ \t]+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (lettersIn(longer) <= columns) current = longer;
    else {
      if (current !== '') lines.push(current);
      const pieces = piecesOf(word, columns, lettersIn);
      lines.push(...pieces.slice(0, -1));
      current = pieces.at(-1) ?? '';
    }
  }
  return [...lines, current];
}

/** At least one letter a piece, also where a wide one has no room. */
function piecesOf(word: string, columns: number, lettersIn: LettersIn): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  let room = columns;
  for (const { segment } of segmenter.segment(word)) {
    const letters = lettersIn(segment);
    if (current !== '' && letters > room) {
      pieces.push(current);
      current = '';
      room = columns;
    }
    current += segment;
    room -= letters;
  }
  return [...pieces, current];
}
