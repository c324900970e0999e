import qrcode from 'qrcode-generator';

/** How much of a code may be lost: 7, 15, 25 or 30 % of it. */
export type Correction = 'low' | 'medium' | 'quartile' | 'high';

const LEVELS = { low: 'L', medium: 'M', quartile: 'Q', high: 'H' } as const;

/** The dark squares of a code. */
export interface Modules {
  /** How many there are on a side: 21 to 177. */
  readonly side: number;
  isDark(x: number, y: number): boolean;
}

/** The most digits a code holds (ISO/IEC 18004, table 7). */
const MOST = 7089;

/** The smallest code of a text, in UTF-8; `undefined` when there is none that holds so much, or nothing to hold. */
export function modulesOf(text: string, correction: Correction): Modules | undefined {
  if (text === '' || text.length > MOST) return undefined;
  const code = qrcode(0, LEVELS[correction]);
  try {
    if (/^\d+$/.test(text)) code.addData(text, 'Numeric');
    else if (/^[0-9A-Z $%*+\-./:]+$/.test(text)) code.addData(text, 'Alphanumeric');
    else code.addData(byteString(text), 'Byte');
    code.make();
  } catch {
    return undefined;
  }
  return { side: code.getModuleCount(), isDark: (x, y) => code.isDark(y, x) };
}

/** The generator takes the lower eight bits of each letter for a byte. */
const byteString = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
