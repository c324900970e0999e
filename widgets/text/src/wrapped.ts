const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How wide a text is. */
type WidthOf = (text: string) => number;

/**
 * A text with its lines broken between words so that none is wider than there is room. A word that is longer than a
 * line is broken between two letters; blanks round a break are left away.
 */
export const wrapped = (text: string, width: number, widthOf: WidthOf): string =>
  text
    .split(/\r?\n/)
    .flatMap((line) => linesOf(line, width, widthOf))
    .join('\n');

function linesOf(line: string, width: number, widthOf: WidthOf): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[ \t]+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= width) current = longer;
    else {
      if (current !== '') lines.push(current);
      const pieces = piecesOf(word, width, widthOf);
      for (const piece of pieces.slice(0, -1)) lines.push(piece);
      current = pieces.at(-1) ?? '';
    }
  }
  return [...lines, current];
}

/** At least one letter a piece, also where a wide one has no room. */
function piecesOf(word: string, width: number, widthOf: WidthOf): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  let room = width;
  for (const { segment } of segmenter.segment(word)) {
    const letters = widthOf(segment);
    if (current !== '' && letters > room) {
      pieces.push(current);
      current = '';
      room = width;
    }
    current += segment;
    room -= letters;
  }
  return [...pieces, current];
}
