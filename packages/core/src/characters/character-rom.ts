/** The letters a character display has: which byte of its character ROM shows a code point. */
export interface CharacterRom {
  /** As the field names it: `HD44780-A00`. */
  readonly name: string;
  /** The byte that shows a code point exactly; `undefined` where the ROM has no such letter. */
  code(codePoint: number): number | undefined;
}
