import type { CharacterRom } from '@lcdflow/core';

/** Codes as a person sees them; `<03>` for those that show no letter of the ROM, such as user-defined characters. */
export const romText = (codes: ArrayLike<number>, { letters }: CharacterRom): string =>
  Array.from(codes, (code) => {
    const codePoint = letters?.get(code);
    return codePoint === undefined ? `<${code.toString(16).padStart(2, '0')}>` : String.fromCodePoint(codePoint);
  }).join('');
