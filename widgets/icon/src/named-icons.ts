import { type Bitmap, bitmapOf } from './bitmap.ts';
import { LETTERS } from './data/letters.ts';
import { PIXELARTICONS } from './data/pixelarticons.ts';

/** One icon in one size: one bitmap, or those of an animation. */
export type Drawing = readonly Bitmap[];

/** The row of a picture that has fewer rows than its neighbours. */
const NO_ROW = '-';

const words = (line: string): readonly string[] => line.trim().split(/\s+/);

/** The drawings of a strip: a line of names, and below it the rows of their bitmaps side by side. */
function stripDrawings(strip: string): ReadonlyMap<string, Drawing> {
  const [names = [], ...rows] = strip.split('\n').map(words);
  const drawings = new Map<string, Bitmap[]>();
  for (const [index, name] of names.entries()) {
    const bitmap = bitmapOf(rows.map((row) => row[index]!).filter((row) => row !== NO_ROW));
    drawings.set(name, [...(drawings.get(name) ?? []), bitmap]);
  }
  return drawings;
}

const drawingsOf = (strips: readonly string[]): ReadonlyMap<string, Drawing> =>
  new Map(strips.flatMap((strip) => [...stripDrawings(strip)]));

const small = drawingsOf(LETTERS);
const large = drawingsOf(PIXELARTICONS);

/** The names of all icons. */
export const ICON_NAMES: readonly string[] = [...small.keys()].sort();

/** The drawings of an icon, from the smallest, which is a letter large, to the largest; none for other names. */
export const namedIcon = (name: string): readonly Drawing[] =>
  [small.get(name), large.get(name)].filter((drawing) => drawing !== undefined);
