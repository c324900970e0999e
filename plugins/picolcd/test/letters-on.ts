import { blankFrame, type Frame, letterDots } from '@lcdflow/core';

/** Letters of ASCII by their dots. */
const LETTERS = new Map(
  Array.from({ length: 0x5f }, (_, index) => [letterDots(0x20 + index).join(), 0x20 + index] as const),
);

/** The rows of dots of each cell of a glass of 5 x 8 dots a letter, with one between. The lightest colour is paper. */
export function dotsOn(glass: Frame): readonly (readonly number[])[] {
  const columns = (glass.width + 1) / 6;
  const paper = glass.cells.reduce((lightest, color) => Math.max(lightest, color));
  return Array.from({ length: (columns * (glass.height + 1)) / 9 }, (_, index) => {
    const origin = Math.floor(index / columns) * 9 * glass.width + (index % columns) * 6;
    return [0, 1, 2, 3, 4, 5, 6, 7].map((y) =>
      [0, 1, 2, 3, 4].reduce(
        (bits, x) => (bits << 1) | (glass.cells[origin + y * glass.width + x] === paper ? 0 : 1),
        0,
      ),
    );
  });
}

/** Such a glass read as letters. */
export function lettersOn(glass: Frame): Frame {
  const letters = blankFrame({ width: (glass.width + 1) / 6, height: (glass.height + 1) / 9 });
  for (const [index, rows] of dotsOn(glass).entries()) letters.cells[index] = LETTERS.get(rows.join()) ?? 0xfffd;
  return letters;
}

/** Such a glass as lines of text. */
export function linesOn(glass: Frame): readonly string[] {
  const { width, height, cells } = lettersOn(glass);
  const rows = Array.from({ length: height }, (_, y) => cells.subarray(y * width, (y + 1) * width));
  return rows.map((row) => String.fromCodePoint(...row));
}
