import type { Scalar } from 'yaml';

const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|.)/s;
const isBlank = (letter: string | undefined): boolean => letter !== undefined && /^\s$/.test(letter);

/** Where the first letter of a scalar's text is in its source. */
function firstLetter(source: string, type: Scalar.Type | undefined): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 1;
  return type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? source.indexOf('\n') + 1 : 0;
}

const HEX = /^\\[xuU]([0-9a-fA-F]+)$/;
const BLANK_ESCAPES: ReadonlySet<string> = new Set([
  '\\t',
  '\\n',
  '\\r',
  '\\v',
  '\\f',
  '\\ ',
  '\\\t',
  '\\_',
  '\\L',
  '\\P',
]);

/** The letters of source that stand for one letter of the text: an escape is several. */
function writtenAt(source: string, at: number, type: Scalar.Type | undefined): string {
  if (type === 'QUOTE_DOUBLE' && source[at] === '\\') return ESCAPE.exec(source.slice(at, at + 10))?.[0] ?? '\\';
  if (type === 'QUOTE_SINGLE' && source.startsWith("''", at)) return "''";
  return source[at] ?? '';
}

/** Blanks, escaped blanks, and a line break that is escaped away. */
function standsForBlank(written: string): boolean {
  const [, hex] = HEX.exec(written) ?? [];
  if (hex !== undefined) return isBlank(String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))));
  return isBlank(written) || BLANK_ESCAPES.has(written) || /^\\\r?\n$/.test(written);
}

/** JavaScript counts a letter beyond U+FFFF as two. */
const unitsOf = (written: string): number =>
  written.startsWith('\\U') && Number.parseInt(written.slice(2), 16) > 0xffff ? 2 : 1;

/**
 * Where a letter of a scalar's value stands in its source text, for all five ways to write one. Line breaks, indents and
 * folding only change blanks; so all other letters are found by going through both texts side by side.
 */
export function offsetInSource(value: string, source: string, type: Scalar.Type | undefined, offset: number): number {
  let at = firstLetter(source, type);
  const skipBlanks = (): void => {
    for (let written = writtenAt(source, at, type); at < source.length && standsForBlank(written); ) {
      at += written.length;
      written = writtenAt(source, at, type);
    }
  };
  const ink = value.slice(0, offset).replace(/\s/g, '').length;
  for (let passed = 0; passed < ink && at < source.length; ) {
    skipBlanks();
    const written = writtenAt(source, at, type);
    passed += unitsOf(written);
    at += written.length;
  }
  if (!isBlank(value[offset]) && offset < value.length) skipBlanks();
  else at += offset - value.slice(0, offset).trimEnd().length;
  return Math.min(at, source.length);
}
