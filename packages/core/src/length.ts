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

/**
 * Lengths in cells, first to last. `%` is of the whole, and `fr` shares out what the others leave of the room so that
 * rounding never loses or gains a cell. Their sum is more than the room when the others need more.
 */
export function cellsAlong(
  lengths: readonly Length[],
  axis: keyof Size,
  room: number,
  whole: number,
  panel: Panel,
): readonly number[] {
  const fixed = lengths.map((length) => cellsOf(length, axis, whole, panel));
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
