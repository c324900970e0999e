import { WHITE } from '../color.ts';
import type { Drawable, Surface } from '../types.ts';
import { clamped } from './fraction.ts';
import { eighthsAt, lowerBlock } from './partial-blocks.ts';

/** How a graph is drawn. */
export interface GraphOptions {
  /** One value for each column, 0 to 1, the newest last; `undefined` or NaN leaves a gap. */
  readonly fractions: readonly (number | undefined)[];
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** Filled from below, or a line; characters are always filled. `filled` when left out. */
  readonly style?: 'filled' | 'line';
}

/**
 * A graph that fills its place from the right: the newest value is in the last column of cells. A value of 0 still shows
 * as the lowest line, so that it can be told from a gap.
 */
export function graph({ fractions, color = WHITE, style = 'filled' }: GraphOptions): Drawable {
  return (surface) => {
    const steps = surface.cell === 'character' ? surface.height * 8 : surface.height;
    const levels = lastOf(fractions, surface.width).map((fraction) => levelOf(fraction, steps));
    const left = surface.width - levels.length;
    for (const [index, level] of levels.entries()) {
      const x = left + index;
      if (level === undefined) continue;
      if (surface.cell === 'character') columnOfLetters(surface, x, level);
      else if (style === 'filled') fillRows(surface, x, 1, level, color);
      else joinRows(surface, x, levels[index - 1] ?? level, level, color);
    }
  };
}

const lastOf = <T>(values: readonly T[], count: number): readonly T[] => (count > 0 ? values.slice(-count) : []);

const levelOf = (fraction: number | undefined, steps: number): number | undefined =>
  fraction === undefined || Number.isNaN(fraction) ? undefined : Math.max(1, Math.round(clamped(fraction) * steps));

/** Rows are counted from below, from 1. */
function fillRows(surface: Surface, x: number, from: number, to: number, color: number): void {
  surface.fill({ x, y: surface.height - to, width: 1, height: to - from + 1 }, color);
}

/** From beside the row before to this row, so that the line has no holes. */
function joinRows(surface: Surface, x: number, before: number, level: number, color: number): void {
  if (before < level) fillRows(surface, x, before + 1, level, color);
  else if (before > level) fillRows(surface, x, level, before - 1, color);
  else fillRows(surface, x, level, level, color);
}

function columnOfLetters(surface: Surface, x: number, total: number): void {
  for (let index = 0; eighthsAt(index, total) > 0; index++)
    surface.text({ x, y: surface.height - 1 - index }, lowerBlock(eighthsAt(index, total)));
}
