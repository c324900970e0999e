import type { Scalar } from 'yaml';

const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|.)/s;
const isBlank = (letter: string | undefined): boolean => letter !== undefined && /\s/.test(letter);

/** Where the first letter of a scalar's text is in its source. */
function firstLetter(source: string, type: Scalar.Type | undefined): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 1;
  return type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? source.indexOf('\n') + 1 : 0;
}

/** Letters of source that one letter of text takes: an escape takes several. */
function lettersTaken(source: string, at: number, type: Scalar.Type | undefined): number {
  if (type === 'QUOTE_DOUBLE' && source[at] === '\\') return ESCAPE.exec(source.slice(at, at + 10))?.[0].length ?? 1;
  return type === 'QUOTE_SINGLE' && source.startsWith("''", at) ? 2 : 1;
}

const isFoldedBreak = (source: string, at: number, type: Scalar.Type | undefined): boolean =>
  type === 'QUOTE_DOUBLE' && /^\\\r?\n/.test(source.slice(at, at + 3));

/**
 * Where a letter of a scalar's value stands in its source text, for all five ways to write one. Line breaks, indents and
 * folding only change blanks; so all other letters are found by going through both texts side by side.
 */
export function offsetInSource(value: string, source: string, type: Scalar.Type | undefined, offset: number): number {
  let at = firstLetter(source, type);
  const skip = (stop: (letter: string | undefined) => boolean): void => {
    while (at < source.length && !stop(source[at])) at += isFoldedBreak(source, at, type) ? 2 : 1;
  };
  const isInk = (letter: string | undefined): boolean => !isBlank(letter) && !isFoldedBreak(source, at, type);
  for (let index = 0; index < Math.min(offset, value.length); index++) {
    if (!isBlank(value[index])) skip(isInk);
    const escaped = lettersTaken(source, at, type);
    if (!isBlank(value[index])) {
      const wide = escaped === 10 && (value.codePointAt(index) ?? 0) > 0xffff;
      if (wide) index++;
      at += escaped;
    } else if (isBlank(source[at])) at++;
    else if (escaped > 1) at += escaped;
  }
  if (!isBlank(value[offset])) skip(isInk);
  return Math.min(at, source.length);
}
