/** The code point that a byte of the character ROM shows; a filled block where it is not known. */
export const codePointOf = (code: number): number => (code >= 0x20 && code <= 0x7d ? code : 0x2588);
