import { luminance } from '@lcdflow/core';

/** A letter on a terminal with its colours, 0xRRGGBB; `undefined` is the terminal's own. */
interface Cell {
  readonly letter: string;
  readonly ink: number | undefined;
  readonly paper: number | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const TOKEN = /\x1b\[([\d;]*)m|[\s\S]/gu;

const colorOf = (codes: readonly number[], kind: 38 | 48, now: number | undefined): number | undefined => {
  if (codes.length === 0 || codes.includes(0) || (codes.length === 1 && codes[0] === kind + 1)) return undefined;
  const at = codes.findIndex((code, index) => code === kind && codes[index + 1] === 2);
  if (at < 0) return now;
  const [red, green, blue] = codes.slice(at + 2, at + 5);
  return (red! << 16) | (green! << 8) | blue!;
};

/** The cells of a line that tmux has captured with its colours. Colours go on from line to line. */
function cellsOf(screen: string): readonly (readonly Cell[])[] {
  const lines: Cell[][] = [[]];
  let ink: number | undefined;
  let paper: number | undefined;
  for (const [token, codes] of screen.matchAll(TOKEN)) {
    if (codes !== undefined) {
      const numbers = codes.split(';').filter(Boolean).map(Number);
      ink = colorOf(numbers, 38, ink);
      paper = colorOf(numbers, 48, paper);
    } else if (token === '\n') lines.push([]);
    else lines.at(-1)!.push({ letter: token, ink, paper });
  }
  return lines;
}

const BRAILLE = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

/** The pixels of a cell, row by row, as colours: 1 x 2 of a half block, 2 x 4 of braille. */
function pixelsOf({ letter, ink, paper }: Cell, braille: boolean): readonly (readonly (number | undefined)[])[] {
  const code = letter.codePointAt(0)!;
  if (!braille) {
    const [upper, lower] = { ' ': [paper, paper], '█': [ink, ink], '▀': [ink, paper], '▄': [paper, ink] }[letter] ?? [];
    return [[upper], [lower]];
  }
  const dots = code >= 0x2800 && code <= 0x28ff ? code - 0x2800 : 0;
  return [0, 1, 2, 3].map((row) => [0, 1].map((column) => (dots & BRAILLE[2 * row + column]! ? ink : paper)));
}

/**
 * What an emulated panel of `width` x `height` pixels shows on a captured screen, below its title: `#` for the darker
 * colour, `.` for the lighter one. Empty when there is no such picture.
 */
export function panelOn(screen: string, { width, height }: { width: number; height: number }): string {
  const [, ...lines] = cellsOf(screen);
  const braille = lines.flat().some(({ letter }) => letter >= '⠀' && letter <= '⣿');
  const pixels = lines.flatMap((line) => {
    const cells = line.map((cell) => pixelsOf(cell, braille));
    return Array.from({ length: braille ? 4 : 2 }, (_, row) => cells.flatMap((cell) => cell[row]!));
  });
  const panel = pixels.slice(0, height).map((row) => row.slice(0, width));
  const paper = Math.max(...panel.flat().map((color) => (color === undefined ? -1 : luminance(color))));
  const sign = (color: number | undefined): string =>
    color === undefined ? '?' : luminance(color) < paper ? '#' : '.';
  return `${panel.map((row) => row.map(sign).join('')).join('\n')}\n`;
}
