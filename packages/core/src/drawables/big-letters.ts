import { columnsOf } from '../text/columns.ts';

/** A letter over several lines: what is in each of them, all equally wide. */
export type BigLetter = readonly string[];

/** Two bars with a slit between them. Unicode has no such block: it is a heavy line, inverted. */
export const SLIT = '═';
const FULL = '█';
const UPPER = '▀';
const LOWER = '▄';
const DOT = '▪';
const STROKE = '▞';
const POINT = '▖';

/** The seven segments: a on top, then clockwise to f, and g in the middle. */
const SEGMENTS: Readonly<Record<string, string>> = {
  ...{ 0: 'abcdef', 1: 'bc', 2: 'abdeg', 3: 'abcdg', 4: 'bcfg' },
  ...{ 5: 'acdfg', 6: 'acdefg', 7: 'abc', 8: 'abcdefg', 9: 'abcdfg' },
  ...{ '-': 'g', '\u2212': 'g', '\u2007': '' },
};

/** Signs that are read at the top of a line. */
const HIGH = '°\'"’”';

/** A letter over 2, 3 or 4 lines. Digits are 3 wide; what has no large picture is itself in one of the lines. */
export function bigLetter(letter: string, rows: number): BigLetter {
  const segments = SEGMENTS[letter];
  if (segments !== undefined) return linesOf(rows, (y) => digitLine(segments, y, rows));
  if (letter === '%') return linesOf(rows, (y) => percentLine(y, rows));
  if (letter === ':') return linesOf(rows, (y) => (isDot(y, rows) ? DOT : ' '));
  if (letter === '.') return linesOf(rows, (y) => (y === rows - 1 ? POINT : ' '));
  const line = HIGH.includes(letter) ? 0 : rows - 1;
  const blank = ' '.repeat(columnsOf(letter));
  return linesOf(rows, (y) => (y === line ? letter : blank));
}

const linesOf = (rows: number, line: (y: number) => string): BigLetter =>
  Array.from({ length: rows }, (_, y) => line(y));

/** The first and the last of two lines or three, the inner two of four. */
const isDot = (y: number, rows: number): boolean => (rows === 4 ? y === 1 || y === 2 : y === 0 || y === rows - 1);

function digitLine(segments: string, y: number, rows: number): string {
  const has = (segment: string): boolean => segments.includes(segment);
  // The middle bar is at the lower edge of the second line, or of the first of two.
  const middle = Math.floor((rows - 1) / 2);
  const isUpper = y <= middle;
  const upper = y === 0 && has('a');
  const lower = (y === middle && has('g')) || (y === rows - 1 && has('d'));
  const bar = upper && lower ? SLIT : upper ? UPPER : lower ? LOWER : ' ';
  return `${has(isUpper ? 'f' : 'e') ? FULL : bar}${bar}${has(isUpper ? 'b' : 'c') ? FULL : bar}`;
}

/** As wide as high: a stroke, and a dot in the corners beside it. */
function percentLine(y: number, rows: number): string {
  const letters = Array.from({ length: rows }, (_, x) => {
    if (x + y === rows - 1) return STROKE;
    return x === y && (y === 0 || y === rows - 1) ? DOT : ' ';
  });
  return letters.join('');
}
