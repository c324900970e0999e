import type { Size } from '../types.ts';
import { data as font4x6 } from './data/4x6.ts';
import { data as font5x7 } from './data/5x7.ts';
import { data as font5x8 } from './data/5x8.ts';
import { data as font6x8 } from './data/6x8.ts';
import { data as font6x10 } from './data/6x10.ts';
import { data as font6x13 } from './data/6x13.ts';
import { data as font8x13 } from './data/8x13.ts';
import { data as font8x16 } from './data/8x16.ts';
import { data as font9x15 } from './data/9x15.ts';
import { data as font10x20 } from './data/10x20.ts';
import { data as font12x24 } from './data/12x24.ts';
import { data as font16x32 } from './data/16x32.ts';
import { data as font32x64 } from './data/32x64.ts';
import { type Font, openFont } from './font.ts';
import type { FontData } from './font-data.ts';

/** Lowest first, then narrowest. */
const SHIPPED: readonly FontData[] = [
  font4x6,
  font5x7,
  font5x8,
  font6x8,
  font6x10,
  font6x13,
  font8x13,
  font9x15,
  font8x16,
  font10x20,
  font12x24,
  font16x32,
  font32x64,
];
const FONTS: ReadonlyMap<string, Font> = new Map(SHIPPED.map((data) => [data.name, openFont(data)]));

/** Letters of a font, drawn larger. */
export interface Enlarged {
  readonly of: Font;
  readonly times: number;
}

const larger = (name: string, times: number): readonly [string, Enlarged] => {
  const { width, height } = FONTS.get(name)!;
  return [`${width * times}x${height * times}`, { of: FONTS.get(name)!, times }];
};

/** What only `fit` takes: large places are filled by shipped fonts drawn a whole number of times larger. Lowest first. */
const ENLARGED: ReadonlyMap<string, Enlarged> = new Map([
  larger('16x32', 3),
  larger('32x64', 2),
  larger('32x64', 3),
  larger('32x64', 4),
]);

/** Has no letters of its own. */
const emptied = (name: string, { of, times }: Enlarged): Font => ({
  ...{ name, width: of.width * times, height: of.height * times, ascent: of.ascent * times },
  glyph: () => undefined,
});
const LARGE: ReadonlyMap<string, Font> = new Map([...ENLARGED].map(([name, from]) => [name, emptied(name, from)]));

/** What an enlarged font is made of. */
export const enlargedOf = (font: Font): Enlarged | undefined =>
  LARGE.get(font.name) === font ? ENLARGED.get(font.name) : undefined;

/** The names of all fonts, lowest first, then narrowest; each is the size of its letter's cell in pixels. */
export const FONT_NAMES: readonly string[] = [...FONTS.keys()];

/** The size of each font's letter in pixels, by name; of those, too, that only `fontFor` gives. */
export const fontSizes: ReadonlyMap<string, Size> = new Map(
  [...FONTS, ...LARGE].map(([name, { width, height }]) => [name, { width, height }]),
);

/** The font of a name such as `6x13`, or of one that `fontFor` gives; `undefined` when there is none. */
export const fontNamed = (name: string): Font | undefined => FONTS.get(name) ?? LARGE.get(name);

const BY_HEIGHT: readonly Font[] = [...FONTS.values(), ...LARGE.values()];

/**
 * The name of the tallest font whose letter fits into so many pixels, the widest of those that are equally tall; the
 * smallest font when none fits. Those above 64 pixels are enlarged and not in `FONT_NAMES`.
 */
export function fontFor(height: number, width = Number.POSITIVE_INFINITY): string {
  const fits = (font: Font): boolean => font.height <= height && font.width <= width;
  return BY_HEIGHT.findLast(fits)?.name ?? FONT_NAMES[0]!;
}
