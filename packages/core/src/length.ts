import type { Length } from './program.ts';
import type { CellKind, Size } from './types.ts';

/** What lengths are measured by. */
export interface Panel {
  /** One letter, in cells. */
  readonly letter: Size;
  readonly cell: CellKind;
}

/** What `px` counts on a panel of letters: a letter of a common character panel is 6 x 8 dots with its spacing. */
const DOTS: Size = { width: 6, height: 8 };

/** A length such as `8ch`, `2lines`, `40px`, `30%` or `1fr`, more than 0; `undefined` when it is none. */
export function lengthOf(text: string): Length | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(ch|lines|px|%|fr)$/.exec(text) ?? [];
  const value = Number(digits);
  if (unit === undefined || !(value > 0) || value > 100_000) return undefined;
  return { value, unit: unit as Length['unit'] };
}

/** A length in cells along a row (`width`) or column (`height`) of `whole` cells; `undefined` for shares of the rest. */
export function cellsOf(
  { value, unit }: Length,
  axis: keyof Size,
  whole: number,
  { letter, cell }: Panel,
): number | undefined {
  switch (unit) {
    case 'ch':
      return Math.round(value * letter.width);
    case 'lines':
      return Math.round(value * letter.height);
    case 'px':
      return cell === 'pixel' ? Math.round(value) : Math.ceil(value / DOTS[axis]);
    case '%':
      return Math.round((value / 100) * whole);
    case 'fr':
      return undefined;
  }
}

/** A length that is left free: on a panel of letters fewer dots than half a letter take no letter away. */
export function freeOf(length: Length, axis: keyof Size, whole: number, panel: Panel): number {
  const isDots = length.unit === 'px' && panel.cell === 'character';
  return isDots ? Math.round(length.value / DOTS[axis]) : cellsOf(length, axis, whole, panel)!;
}

/** A length from a place on, both along the same side: it ends where both together do, so that halves make a whole. */
export function cellsFrom(start: Length, length: Length, axis: keyof Size, whole: number, panel: Panel): number {
  const isAlike = start.unit === length.unit;
  if (!isAlike) return cellsOf(length, axis, whole, panel) ?? 0;
  const both = { value: start.value + length.value, unit: length.unit };
  const cells = (cellsOf(both, axis, whole, panel) ?? 0) - (cellsOf(start, axis, whole, panel) ?? 0);
  return length.value > 0 ? Math.max(1, cells) : 0;
}

/**
 * Lengths in cells, first to last. `%` is of the whole, and `fr` shares out what the others leave of the room; of neither
 * rounding ever loses or gains a cell. Their sum is more than the room when the others need more.
 */
export function cellsAlong(
  lengths: readonly Length[],
  axis: keyof Size,
  room: number,
  whole: number,
  panel: Panel,
): readonly number[] {
  const fixed = fixedCells(lengths, axis, whole, panel);
  const rest = Math.max(0, room - fixed.reduce<number>((sum, cells) => sum + (cells ?? 0), 0));
  const shares = lengths.reduce((sum, { value, unit }) => sum + (unit === 'fr' ? value : 0), 0);
  let before = 0;
  return lengths.map(({ value }, index) => {
    const cells = fixed[index];
    if (cells !== undefined) return cells;
    const start = Math.round((rest * before) / shares);
    before += value;
    return Math.round((rest * before) / shares) - start;
  });
}

/** Shares of the whole begin where those before them end, whatever lies between: 50% twice is all of an odd number. */
function fixedCells(
  lengths: readonly Length[],
  axis: keyof Size,
  whole: number,
  panel: Panel,
): readonly (number | undefined)[] {
  let percent = 0;
  return lengths.map(({ value, unit }) => {
    if (unit !== '%') return cellsOf({ value, unit }, axis, whole, panel);
    const start = Math.round((percent / 100) * whole);
    percent += value;
    return Math.round((percent / 100) * whole) - start;
  });
}
