import { isInk, luminance } from './color.ts';

/** Up to which brightness (0 to 255) how many of four dots are ink. */
const SHADES: readonly (readonly [brightest: number, dots: number])[] = [
  [0, 0],
  [70, 1],
  [140, 2],
  [200, 3],
];

/** How many of four dots are ink where a mono panel shows an area in this colour: 0 for black, at least 1 for others. */
export function shadeOf(color: number): number {
  const light = luminance(color);
  return SHADES.find(([brightest]) => light <= brightest)?.[1] ?? 4;
}

/** Dots lie on diagonals: so every row and every column has its share, and no thin line is lost. */
const ORDER = [0, 2, 1, 3] as const;

/** Whether the dot at a place of the panel is ink in an area of this shade, 0 to 4. */
export const isDot = (x: number, y: number, shade: number): boolean => ORDER[(x + y) & 3]! < shade;

/** Ink and paper of letters on a mono panel, so that they can be read: the brighter colour is ink. */
export function letterShades(ink: number, paper: number | undefined): readonly [isInk: boolean, isPaper: boolean] {
  if (paper === undefined) return [ink !== 0, false];
  if (luminance(ink) === luminance(paper)) return [isInk(ink), isInk(paper)];
  return luminance(ink) > luminance(paper) ? [true, false] : [false, true];
}
