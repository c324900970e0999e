import type { Drawable, Place, Size, Surface } from '../types.ts';
import { type Align, before, type VerticalAlign } from './align.ts';
import { type BigLetter, bigLetter, SLIT } from './big-letters.ts';
import { fittingFont, label } from './label.ts';

/** How a large text is drawn. */
export interface BigTextOptions {
  /** Lines that the letters take, 2 to 4; as many as the place has when left out. Ignored where cells are pixels. */
  readonly rows?: number;
  /** `left` when left out. */
  readonly align?: Align;
  /** `top` when left out. */
  readonly vertical?: VerticalAlign;
  /** 0xRRGGBB; white (ink) when left out. Ignored where cells are characters. */
  readonly color?: number;
}

const MOST_ROWS = 4;
const HEAVY_LINE = '━';

/**
 * One line of text as large as its place. On pixels that is the largest font that fits. Characters show digits, colon,
 * point, minus and percent over two to four lines, other letters as they are: a digit is three columns wide, with one
 * between two of them, and beside a colon, where there is room. They are made of at most seven different blocks, few enough for the
 * user-defined characters of an HD44780. A figure space (U+2007) is as wide as a digit. A text that is too long for that,
 * or a place with one line, has plain letters.
 */
export function bigText(text: string, options: BigTextOptions = {}): Drawable {
  const { rows: wanted = MOST_ROWS, align = 'left', vertical = 'top', ...colors } = options;
  return (surface) => {
    if (surface.cell === 'pixel') return label(text, { align, vertical, font: 'fit', ...colors })(surface);
    const rows = Math.min(wanted, surface.height, MOST_ROWS);
    const lines = rows < 2 ? undefined : linesThatFit(text, rows, surface.width);
    if (!lines) return label(text, { align, vertical })(surface);
    const x = before(surface.width - lines[0]!.length, align);
    const y = before(surface.height - rows, vertical);
    for (const [row, line] of lines.entries()) paintLine(surface, x, y + row, line);
  };
}

/** What `bigText` takes of a place when it may have all lines; more than the place where it does not fit. */
export function bigTextSize(text: string, place: Pick<Place, 'cell' | 'width' | 'height' | 'measure'>): Size {
  if (place.cell === 'pixel') return place.measure(text, { font: fittingFont(text, place) });
  const rows = Math.min(place.height, MOST_ROWS);
  const lines = rows < 2 ? undefined : linesThatFit(text, rows, place.width);
  return lines ? { width: lines[0]!.length, height: rows } : place.measure(text);
}

/** Whether a column is left free between two letters. */
type IsApart = (left: string, right: string) => boolean;

const isWide = (letter: string): boolean => bigLetter(letter, 2)[0]!.length > 1;
const digitsApart: IsApart = (left, right) => isWide(left) && isWide(right);
const colonsApart: IsApart = (left, right) => left === ':' || right === ':' || digitsApart(left, right);

/** With a column between digits and colons, between digits only, or without: as there is room for. */
function linesThatFit(text: string, rows: number, width: number): BigLetter | undefined {
  const letters = Array.from(text);
  return [colonsApart, digitsApart, () => false]
    .map((isApart) => joined(letters, rows, isApart))
    .find((lines) => lines[0]!.length <= width);
}

function joined(letters: readonly string[], rows: number, isApart: IsApart): BigLetter {
  const parts = letters.map((letter, index) => {
    const gap = index > 0 && isApart(letters[index - 1]!, letter) ? ' ' : '';
    return bigLetter(letter, rows).map((line) => gap + line);
  });
  return Array.from({ length: rows }, (_, y) => parts.map((lines) => lines[y]).join(''));
}

function paintLine(surface: Surface, left: number, y: number, line: string): void {
  for (const [index, letter] of [...line].entries()) {
    const at = { x: left + index, y };
    if (letter === SLIT) surface.text(at, HEAVY_LINE, { inverted: true });
    else if (letter !== ' ') surface.text(at, letter);
  }
}
