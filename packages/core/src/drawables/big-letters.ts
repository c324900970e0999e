import { columnsOf } from '../text/columns.ts';
import { quadrants } from './partial-blocks.ts';

/** A letter over several lines: what is in each of them, all equally wide. */
export type BigLetter = readonly string[];

/** Two bars with a slit between them, also with a stroke at the left or the right end. */
const SLIT = '═';
const LEFT_SLIT = '╞';
const RIGHT_SLIT = '╡';
/** Unicode has no such blocks: they are heavy lines, inverted. */
export const INVERTED_LINES: Readonly<Record<string, string>> = { [SLIT]: '━', [LEFT_SLIT]: '╺', [RIGHT_SLIT]: '╸' };
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
  return plainLetter(letter, rows);
}

function plainLetter(letter: string, rows: number): BigLetter {
  const line = HIGH.includes(letter) ? 0 : rows - 1;
  const blank = ' '.repeat(columnsOf(letter));
  return linesOf(rows, (y) => (y === line ? letter : blank));
}

const linesOf = (rows: number, line: (y: number) => string): BigLetter =>
  Array.from({ length: rows }, (_, y) => line(y));

/** The first and the last of two lines or three, the inner two of four. */
const isDot = (y: number, rows: number): boolean => (rows === 4 ? y === 1 || y === 2 : y === 0 || y === rows - 1);

/** Which strokes a digit has in one of its lines: down at its sides, and across at the edges of the line. */
function strokesAt(segments: string, y: number, rows: number) {
  const has = (segment: string): boolean => segments.includes(segment);
  // The middle bar is at the lower edge of the second line, or of the first of two.
  const middle = Math.floor((rows - 1) / 2);
  const isUpper = y <= middle;
  return {
    left: has(isUpper ? 'f' : 'e'),
    right: has(isUpper ? 'b' : 'c'),
    upper: y === 0 && has('a'),
    lower: (y === middle && has('g')) || (y === rows - 1 && has('d')),
  };
}

function digitLine(segments: string, y: number, rows: number): string {
  const { left, right, upper, lower } = strokesAt(segments, y, rows);
  const bar = upper && lower ? SLIT : upper ? UPPER : lower ? LOWER : ' ';
  return `${left ? FULL : bar}${bar}${right ? FULL : bar}`;
}

/**
 * A letter in half the width: digits are 2 wide. They are made of eight pictures, all that an HD44780 has room for, so
 * points and colons are those of its own letters.
 */
export function narrowLetter(letter: string, rows: number): BigLetter {
  const segments = SEGMENTS[letter];
  if (letter === ':') return linesOf(rows, (y) => (isDot(y, rows) ? '.' : ' '));
  if (segments === undefined) return plainLetter(letter, rows);
  return linesOf(rows, (y) => (rows === 2 ? lowDigitLine(segments, y) : narrowDigitLine(segments, y, rows)));
}

/** A picture is two by two corners of a block; each stroke takes half of one. */
function narrowDigitLine(segments: string, y: number, rows: number): string {
  const { left, right, upper, lower } = strokesAt(segments, y, rows);
  return (
    quadrants([left || upper, upper, left || lower, lower]) + quadrants([upper, right || upper, lower, right || lower])
  );
}

/** Over two lines the upper one has two bars. A bar without a stroke at its end is the underline of the ROM. */
function lowDigitLine(segments: string, y: number): string {
  const { left, right, upper, lower } = strokesAt(segments, y, 2);
  if (upper && lower) return (left ? LEFT_SLIT : SLIT) + (right ? RIGHT_SLIT : SLIT);
  // A seven has a hook: its bar alone would be a ninth picture.
  if (upper) return '▛▜';
  const [leftBar, rightBar] = lower ? ['▙', '▟'] : ['▌', '▐'];
  const none = lower ? '_' : ' ';
  return (left ? leftBar : none) + (right ? rightBar : none);
}

/** As wide as high: a stroke, and a dot in the corners beside it. */
function percentLine(y: number, rows: number): string {
  const letters = Array.from({ length: rows }, (_, x) => {
    if (x + y === rows - 1) return STROKE;
    return x === y && (y === 0 || y === rows - 1) ? DOT : ' ';
  });
  return letters.join('');
}
