import { INVERTED } from '@lcdflow/core';

const BLANK = 0x20;
const UNKNOWN = 0x3f;
const FULL_BLOCK = 0x2588;

/** What a terminal's letters are made of. */
export type Letters = 'ascii' | 'latin-1' | 'utf-8';

/** DEC Special Graphics, from 60 on (docs/protocol.md section 2.3); control pictures are left out. */
const GRAPHICS = '◆▒    °±  ┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·';

/** By code point: its byte in the set of graphics. */
const GRAPHIC_BYTES: ReadonlyMap<number, number> = new Map(
  Array.from(GRAPHICS, (letter, index) => [letter.codePointAt(0)!, 0x60 + index] as const).filter(
    ([codePoint]) => codePoint !== BLANK,
  ),
);

/** Letters that look alike enough: heavy and double lines, rounded corners, shades. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ '═': '─', '━': '─', '║': '│', '┃': '│', '░': '▒', '▓': '▒', '•': '·' },
  ...{ '╔': '┌', '╗': '┐', '╚': '└', '╝': '┘', '╭': '┌', '╮': '┐', '╰': '└', '╯': '┘' },
  ...{ '╠': '├', '╣': '┤', '╦': '┬', '╩': '┴', '╬': '┼' },
};

/** Code points of one cell that terminals with UTF-8 are taken to have. */
const UNICODE: readonly (readonly [first: number, last: number])[] = [
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x22ff],
  [0x2500, 0x25fc],
  [0x2800, 0x28ff],
];

const isAscii = (codePoint: number): boolean => codePoint >= 0x20 && codePoint <= 0x7e;

/** How much of a cell a block element fills, in eighths; `undefined` when it is none. */
function eighthsOf(codePoint: number): number | undefined {
  if (codePoint === 0x2580 || codePoint === 0x2590) return 4;
  if (codePoint > FULL_BLOCK && codePoint <= 0x258f) return 0x2590 - codePoint;
  return codePoint >= 0x2581 && codePoint <= FULL_BLOCK ? codePoint - 0x2580 : undefined;
}

/** How a letter goes over the line. */
export interface Sent {
  readonly bytes: readonly number[];
  /** In the set of graphics rather than of letters. */
  readonly isGraphic: boolean;
}

const plain = (...bytes: readonly number[]): Sent => ({ bytes, isGraphic: false });

/** How a code point goes over the line; `undefined` when the terminal has no such letter. */
export function sentAs(codePoint: number, letters: Letters): Sent | undefined {
  if (isAscii(codePoint)) return plain(codePoint);
  if (letters === 'utf-8') {
    if (!UNICODE.some(([first, last]) => codePoint >= first && codePoint <= last)) return undefined;
    return plain(...new TextEncoder().encode(String.fromCodePoint(codePoint)));
  }
  if (letters === 'latin-1' && codePoint >= 0xa0 && codePoint <= 0xff) return plain(codePoint);
  const byte = GRAPHIC_BYTES.get(codePoint);
  return byte === undefined ? undefined : { bytes: [byte], isGraphic: true };
}

/** The cell that a terminal shows for one of a frame: itself, one that looks alike, a block of half a cell or more, or `?`. */
export function shownAs(cell: number, letters: Letters): number {
  const flag = cell >= INVERTED ? INVERTED : 0;
  const codePoint = cell - flag;
  if (sentAs(codePoint, letters)) return cell;
  const eighths = eighthsOf(codePoint);
  if (eighths !== undefined) return (BLANK + (eighths >= 4 === (flag === 0) ? INVERTED : 0)) >>> 0;
  const alike = codePoint <= 0x10ffff ? ALIKE[String.fromCodePoint(codePoint)]?.codePointAt(0) : undefined;
  return (flag + (alike !== undefined && sentAs(alike, letters) ? alike : UNKNOWN)) >>> 0;
}
