import { WHITE } from '../color.ts';
import type { CellKind, Drawable, Size, Surface } from '../types.ts';
import { clamped } from './fraction.ts';
import { eighthsAt, lowerBlock } from './partial-blocks.ts';

/** How the values of a graph are shown. */
export type GraphStyle = 'filled' | 'line' | 'columns';

/** The values of one thing over time. */
export interface GraphSeries {
  /** One value for each column, 0 to 1, the newest last; `undefined` or NaN leaves a gap. */
  readonly fractions: readonly (number | undefined)[];
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** 0xRRGGBB of each value; `color` where there is none. */
  readonly colors?: readonly number[];
}

/** How a graph is drawn. */
export interface GraphOptions extends GraphSeries {
  /** More of them on the same scale. The larger values are behind the smaller ones; lines lie on those before. */
  readonly others?: readonly GraphSeries[];
  /** Filled from below, a line, or columns two pixels wide; characters are always filled. `filled` when left out. */
  readonly style?: GraphStyle;
}

/** A column of the style of that name: two pixels of ink and one free. */
const PITCH = 3;

/** How many values a graph shows in a place, at least 1. */
export const valuesAcross = ({ width, cell }: Pick<Surface, 'width' | 'cell'>, style: GraphStyle): number =>
  Math.max(1, style === 'columns' && cell === 'pixel' ? Math.floor((width + 1) / PITCH) : width);

/**
 * A graph that fills its place from the right: the newest value is in the last column. A value of 0 still shows as the
 * lowest line, so that it can be told from a gap. Several series of letters get their share of the lines each, one below
 * the other; those without a line are left out.
 */
export function graph({ others = [], style = 'filled', ...first }: GraphOptions): Drawable {
  return (surface) => {
    const all = [first, ...others];
    if (surface.cell === 'character') {
      bandsOf(surface, all.length).forEach((band, index) => void letters(band, all[index]!));
      return;
    }
    const series = all.map((one) => levelled(one, surface, style));
    if (style === 'line') for (const one of series) line(surface, one);
    else areas(surface, series, style);
  };
}

interface Levelled {
  /** Heights in rows, from 1. */
  readonly levels: readonly (number | undefined)[];
  colorAt(index: number): number;
}

function levelled(
  { fractions, colors, color = WHITE }: GraphSeries,
  place: Size & { readonly cell: CellKind },
  style: GraphStyle,
): Levelled {
  const count = valuesAcross(place, style);
  const steps = place.cell === 'character' ? place.height * 8 : place.height;
  const hidden = Math.max(0, fractions.length - count);
  const levels = fractions.slice(hidden).map((fraction) => levelOf(fraction, steps));
  return { levels, colorAt: (index) => colors?.[index + hidden] ?? color };
}

const levelOf = (fraction: number | undefined, steps: number): number | undefined =>
  fraction === undefined || Number.isNaN(fraction) ? undefined : Math.max(1, Math.round(clamped(fraction) * steps));

/** The tallest first, so that what is lower shows in front of it. */
function areas(surface: Surface, series: readonly Levelled[], style: GraphStyle): void {
  const [pitch, width] = style === 'columns' ? [PITCH, PITCH - 1] : [1, 1];
  const ages = Math.min(valuesAcross(surface, style), Math.max(...series.map(({ levels }) => levels.length)));
  for (let age = 1; age <= ages; age++) {
    const x = surface.width - age * pitch + pitch - width;
    for (const { levels, colorAt } of tallestFirst(series, age)) {
      const level = levels[levels.length - age] ?? 0;
      if (level > 0) surface.fill({ x, y: surface.height - level, width, height: level }, colorAt(levels.length - age));
    }
  }
}

function tallestFirst(series: readonly Levelled[], age: number): readonly Levelled[] {
  const levelOf = ({ levels }: Levelled): number => levels[levels.length - age] ?? 0;
  return series.length === 1 ? series : [...series].sort((a, b) => levelOf(b) - levelOf(a));
}

function line(surface: Surface, { levels, colorAt }: Levelled): void {
  const left = surface.width - levels.length;
  for (const [index, level] of levels.entries())
    if (level !== undefined) joinRows(surface, left + index, levels[index - 1] ?? level, level, colorAt(index));
}

/** From beside the row before to this row, so that the line has no holes. Rows are counted from below, from 1. */
function joinRows(surface: Surface, x: number, before: number, level: number, color: number): void {
  const from = before < level ? before + 1 : level;
  const to = before > level ? before - 1 : level;
  surface.fill({ x, y: surface.height - to, width: 1, height: to - from + 1 }, color);
}

/** Parts of a surface, one below the other, with the lines left over at the first ones. */
function bandsOf(surface: Surface, count: number): readonly Surface[] {
  const { width, height } = surface;
  const shown = Math.min(count, height);
  const edge = (index: number): number => Math.ceil((index * height) / shown);
  return Array.from({ length: shown }, (_, index) =>
    surface.clip({ x: 0, y: edge(index), width, height: edge(index + 1) - edge(index) }),
  );
}

function letters(surface: Surface, series: GraphSeries): void {
  const { levels } = levelled(series, surface, 'filled');
  for (const [index, level = 0] of levels.entries())
    for (let row = 0; eighthsAt(row, level) > 0; row++)
      surface.text(
        { x: surface.width - levels.length + index, y: surface.height - 1 - row },
        lowerBlock(eighthsAt(row, level)),
      );
}
