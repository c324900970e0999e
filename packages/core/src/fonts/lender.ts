import { enlargedOf, FONT_NAMES, fontNamed } from './catalog.ts';
import type { Font } from './font.ts';

/** Another font to borrow letters from, and how many times larger they are drawn. */
export interface Lending {
  readonly lender: Font;
  readonly times: number;
}

/** The lender of each built-in font: much the same size when scaled, never larger, and with letters the borrower lacks. */
const LENDERS: Readonly<Record<string, readonly [name: string, times: number]>> = {
  '5x7': ['4x6', 1],
  '5x8': ['5x7', 1],
  '6x8': ['5x8', 1],
  '6x10': ['5x8', 1],
  '6x13': ['6x10', 1],
  '8x13': ['6x13', 1],
  '9x15': ['8x13', 1],
  '8x16': ['8x13', 1],
  '10x20': ['9x15', 1],
  '12x24': ['10x20', 1],
  '16x32': ['8x13', 2],
  '32x64': ['10x20', 3],
};

const found = new WeakMap<Font, Lending | undefined>();

/** Which font lends its letters to another: for one from outside, what comes nearest to its height, drawn whole times larger. */
export function lenderOf(font: Font): Lending | undefined {
  const large = enlargedOf(font);
  if (large) return { lender: large.of, times: large.times };
  if (fontNamed(font.name) === font) {
    const [name, times] = LENDERS[font.name] ?? [];
    return name === undefined ? undefined : { lender: fontNamed(name)!, times: times! };
  }
  if (!found.has(font)) found.set(font, nearestTo(font));
  return found.get(font);
}

/** The highest that has room, with the smallest steps. */
function nearestTo({ width, height }: Font): Lending | undefined {
  const fitting = FONT_NAMES.flatMap((name) => {
    const lender = fontNamed(name)!;
    const times = Math.floor(Math.min(height / lender.height, width / lender.width));
    return times < 1 ? [] : [{ lender, times }];
  });
  const heightOf = ({ lender, times }: Lending): number => lender.height * times;
  return fitting.reduce<Lending | undefined>(
    (best, one) => (best === undefined || heightOf(one) >= heightOf(best) ? one : best),
    undefined,
  );
}
