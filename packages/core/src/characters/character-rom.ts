/** The letters a character display has: which byte of its character ROM shows a code point. */
export interface CharacterRom {
  /** As the field names it: `HD44780-A00`. */
  readonly name: string;
  /** The byte that shows a code point exactly; `undefined` where the ROM has no such letter. */
  code(codePoint: number): number | undefined;
  /** Every letter by its byte. With it, the ROM's letters also stand in for those that only look alike. */
  readonly letters?: ReadonlyMap<number, number>;
}

const BLANK = 0x20;

/** A ROM without some of its bytes, such as those that show a panel's user-defined characters. */
export function romWithout(rom: CharacterRom, taken: readonly number[]): CharacterRom {
  const code = (codePoint: number): number | undefined => {
    const found = rom.code(codePoint);
    return found === undefined || taken.includes(found) ? undefined : found;
  };
  const letters = rom.letters && new Map([...rom.letters].filter(([byte]) => !taken.includes(byte)));
  return { name: rom.name, code, ...(letters ? { letters } : {}) };
}

/**
 * A ROM from rows as data sheets have them: letters in a row by the byte of the first one, 16 in each. A space stands for
 * a byte that is left out; the blank itself is always 0x20. The lower byte counts where two show the same letter.
 */
export function characterRom(name: string, rows: Readonly<Record<number, string>>): CharacterRom {
  const letters = new Map([[BLANK, BLANK]]);
  for (const [first, row] of Object.entries(rows))
    for (const [index, letter] of [...row].entries())
      if (letter !== ' ') letters.set(Number(first) + index, letter.codePointAt(0)!);
  const codes = new Map([...letters].reverse().map(([code, codePoint]) => [codePoint, code]));
  return { name, code: (codePoint) => codes.get(codePoint), letters };
}
