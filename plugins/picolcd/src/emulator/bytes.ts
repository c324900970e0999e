/** Bytes as a dump has them: two hexadecimal digits each, with blanks between. */
export const bytes = (...lines: readonly string[]): Uint8Array =>
  Uint8Array.from(lines.join(' ').trim().split(/\s+/), (byte) => Number.parseInt(byte, 16));
