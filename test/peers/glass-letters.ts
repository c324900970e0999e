import { DOTS, type Frame, letterDots, type Size } from '@lcdflow/core';

const [STEP_X, STEP_Y] = [DOTS.width + 1, DOTS.height + 1];
const BLOCKS = [...'▏▎▍▌▋▊▉█'];
const ASCII = Array.from({ length: 0x5e }, (_, index) => String.fromCodePoint(index + 0x20));
/** By their dots; of those that look the same the first one counts. */
const LETTERS = new Map(
  [
    ...[...BLOCKS, ...ASCII].map((letter) => [dotsOf(letter).join(), letter] as const),
    // LCDproc leaves the row of the cursor free in the glyphs that it makes for bars.
    ...BLOCKS.map(
      (letter) =>
        [
          dotsOf(letter)
            .fill(0, DOTS.height - 1)
            .join(),
          letter,
        ] as const,
    ),
  ].reverse(),
);

function dotsOf(letter: string): Uint8Array {
  return Uint8Array.from(letterDots(letter.codePointAt(0)!));
}

/** Reads the dots of a glass as rows of letters, each by its shape. What is no letter of ASCII or block is `¿`. */
export function glassLetters(glass: Frame): readonly string[] {
  const { width, height }: Size = { width: (glass.width + 1) / STEP_X, height: (glass.height + 1) / STEP_Y };
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => letterAt(glass, x * STEP_X, y * STEP_Y)).join(''),
  );
}

function letterAt({ width, cells }: Frame, left: number, top: number): string {
  // Between two letters there is never ink.
  const paper = cells[DOTS.width];
  const rows = Array.from({ length: DOTS.height }, (_, y) => {
    const start = (top + y) * width + left;
    return cells.subarray(start, start + DOTS.width).reduce((row, cell) => row * 2 + (cell === paper ? 0 : 1), 0);
  });
  return LETTERS.get(rows.join()) ?? '¿';
}
