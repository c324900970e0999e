/** The most letters of a line; of a longer one a letter more comes, which tells that it is none. */
export const LONGEST_LINE = 65_536;

/**
 * The lines of an iCalendar text as they are without folds (RFC 5545, 3.1), and an empty one after each bit of work that
 * has not completed a line.
 */
export function* contentLines(text: string): Generator<string, void> {
  let line = '';
  for (let at = 0; at < text.length; ) {
    const isFold = text[at] === ' ' || text[at] === '\t';
    const end = endOfLine(text, at);
    if (!isFold) {
      yield line;
      line = '';
    }
    if (line.length <= LONGEST_LINE) line = joined(line, text.slice(isFold ? at + 1 : at, end));
    if (isFold) yield '';
    at = end + 1;
  }
  yield line;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

const joined = (line: string, piece: string): string =>
  (line + (piece.endsWith('\r') ? piece.slice(0, -1) : piece)).slice(0, LONGEST_LINE + 1);
