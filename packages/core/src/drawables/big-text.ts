import { columnsOf } from '../text/columns.ts';
import { graphemes } from '../text/graphemes.ts';
import { lettersIn } from '../text/letters-in.ts';
import { visualOrder } from '../text/visual-order.ts';
import type { Drawable, Place, Size, Surface } from '../types.ts';
import { type Align, before, type VerticalAlign } from './align.ts';
import { type BigLetter, bigLetter, INVERTED_LINES, narrowLetter } from './big-letters.ts';
import { fittingFont, label, linesOf } from './label.ts';

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
  /** The longest that the text may become: digits are no wider than it lets them be. As the text is when left out. */
  readonly longest?: string;
}

const MOST_ROWS = 4;

/**
 * A text as large as its place. On pixels that is the largest font that fits. Characters show digits, colon, point, minus
 * and percent over two to four lines, other letters as they are: a digit is three columns wide, or two where a line is too
 * long for that, always with a column between two of them, and beside a colon where there is room. They are made of at most
 * eight different blocks, few enough for the user-defined characters of an HD44780. A figure space (U+2007) is as wide as a
 * digit. Of several lines those with words take one, those with numbers share the others. A text that is too long for that,
 * or has too many lines, has plain letters.
 */
export function bigText(text: string, options: BigTextOptions = {}): Drawable {
  const { rows: wanted = MOST_ROWS, align = 'left', vertical = 'top', longest = text, ...colors } = options;
  return (surface) => {
    if (surface.cell === 'pixel') return label(text, { align, vertical, font: 'fit', ...colors })(surface);
    const lines = bigLines(text, wanted, surface, longest);
    if (!lines) return label(text, { align, vertical })(surface);
    let y = before(surface.height - lines.flat().length, vertical);
    for (const line of lines) {
      const x = before(surface.width - widthOf(line), align);
      for (const letters of line) paintLine(surface, x, y++, letters);
    }
  };
}

/** What `bigText` takes of a place when it may have all lines; more than the place where it does not fit. */
export function bigTextSize(
  text: string,
  place: Pick<Place, 'cell' | 'width' | 'height' | 'measure'>,
  longest = text,
): Size {
  if (place.cell === 'pixel') return place.measure(text, { font: fittingFont(text, place) });
  const [line] = bigLines(text, MOST_ROWS, place, longest) ?? [];
  return line ? { width: widthOf(line), height: line.length } : place.measure(text);
}

const widthOf = (line: BigLetter): number => lettersIn(line[0]!);
const hasWords = (line: string): boolean => !/\d/.test(line) || /\p{L}{3}/u.test(line);

/** The lines of a text, each over one line or several of the place; `undefined` where they do not fit. */
function bigLines(
  text: string,
  wanted: number,
  { width, height }: Size,
  longest: string,
): readonly BigLetter[] | undefined {
  const [lines, longestLines] = [linesOf(text), linesOf(longest)];
  const plain = lines.length === 1 ? 0 : lines.filter(hasWords).length;
  const rows = Math.min(wanted, MOST_ROWS, Math.floor((height - plain) / (lines.length - plain)));
  if (rows < 2 || plain === lines.length) return undefined;
  const all = lines.map((line, index) =>
    plain > 0 && hasWords(line)
      ? plainLine(line, width)
      : lineThatFits([line, longestLines[index] ?? line], rows, width),
  );
  return all.every((line) => line !== undefined) ? all : undefined;
}

const plainLine = (text: string, width: number): BigLetter | undefined =>
  lettersIn(text) > width ? undefined : [visualOrder(graphemes(text)).join('')];

/** Digits of one width, and whether a column is left free between two letters. */
interface Spacing {
  readonly pictureOf: (letter: string, rows: number) => BigLetter;
  readonly isApart: (left: string, right: string) => boolean;
}

const isWide = (letter: string): boolean => bigLetter(letter, 2)[0]!.length > 1;
const digitsApart = (left: string, right: string): boolean => isWide(left) && isWide(right);
const colonsApart = (left: string, right: string): boolean => left === ':' || right === ':' || digitsApart(left, right);

/** Roomiest first. Digits without a column between them could not be told apart. */
const SPACINGS: readonly Spacing[] = [bigLetter, narrowLetter].flatMap((pictureOf) =>
  [colonsApart, digitsApart].map((isApart) => ({ pictureOf, isApart })),
);

/** The first of some texts, as roomy as all of them may be. */
function lineThatFits(texts: readonly string[], rows: number, width: number): BigLetter | undefined {
  if (texts.some((text) => lettersIn(text) > width)) return undefined;
  const all = texts.map((text) => visualOrder(graphemes(text)));
  return SPACINGS.map((spacing) => all.map((letters) => joined(letters, rows, spacing))).find((lines) =>
    lines.every((line) => widthOf(line) <= width),
  )?.[0];
}

function joined(letters: readonly string[], rows: number, { pictureOf, isApart }: Spacing): BigLetter {
  const parts = letters.map((letter, index) => {
    const gap = index > 0 && isApart(letters[index - 1]!, letter) ? ' ' : '';
    return pictureOf(letter, rows).map((line) => gap + line);
  });
  return Array.from({ length: rows }, (_, y) => parts.map((lines) => lines[y]).join(''));
}

function paintLine(surface: Surface, left: number, y: number, line: string): void {
  let x = left;
  for (const letter of graphemes(line)) {
    const line = INVERTED_LINES[letter];
    if (line !== undefined) surface.text({ x, y }, line, { inverted: true });
    else if (letter !== ' ') surface.text({ x, y }, letter);
    x += columnsOf(letter);
  }
}
