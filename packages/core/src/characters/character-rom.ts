/** The letters a character display has: which byte of its character ROM shows a code point. */
export interface CharacterRom {
  /** As the field names it: `HD44780-A00`. */
  readonly name: string;
  /** The byte that shows a code point exactly; `undefined` where the ROM has no such letter. */
  code(codePoint: number): number | undefined;
  /** Every letter by its byte. With it, letters that only look alike are found, too. */
  readonly letters?: ReadonlyMap<number, number>;
}

/** Letters in a row, by the byte of the first one; a space in the string stands for a byte that has no code point. */
type Run = readonly [first: number, letters: string];

const SPACE = ' ';

/**
 * A ROM from runs of letters. Bytes that no run names show nothing that has a code point. The blank is always 0x20. The
 * first byte counts where two show the same code point.
 */
export function characterRom(name: string, ...runs: readonly Run[]): CharacterRom {
  const letters = new Map([[0x20, 0x20]]);
  const codes = new Map([[0x20, 0x20]]);
  for (const [first, run] of runs)
    for (const [index, letter] of [...run].entries()) {
      if (letter === SPACE) continue;
      const codePoint = letter.codePointAt(0)!;
      letters.set(first + index, codePoint);
      if (!codes.has(codePoint)) codes.set(codePoint, first + index);
    }
  return { name, code: (codePoint) => codes.get(codePoint), letters };
}
