import { amountOf, fractionOf, scaleOf, thresholdColor, valueWords } from '@lcdflow/core';
import type { Column } from './columns.ts';
import { cut } from './cut.ts';
import type { Member } from './members.ts';
import type { Sheet } from './sheet.ts';

/** One cell as it is drawn. */
export interface Shown {
  /** Cut to the column. */
  readonly text: string;
  /** 0xRRGGBB. */
  readonly color: number;
  /** 0 to 1 for a bar, rounded to its steps; it has no value when `null`. */
  readonly bar?: number | null;
}

/** A row as it is drawn. */
export interface ShownRow {
  readonly cells: readonly Shown[];
  /** Every second row of the list. */
  readonly second: boolean;
}

/** The rows of a list from one on, as far as they are seen. Two that are alike look alike. */
export function viewOf(
  members: readonly Member[],
  start: number,
  columns: readonly Column[],
  sheet: Sheet,
  color: string,
): readonly ShownRow[] {
  const scales = columns.map((column, index) => (column.bar ? scaleOfColumn(members, column, index) : undefined));
  return members.slice(start, start + sheet.lines).map((member, line) => ({
    second: (start + line) % 2 === 1,
    cells: columns.map((column, index) => {
      const { value } = member.value(index);
      const shade = thresholdColor(amountOf(member.level(index)), column.color ?? color, column.colors);
      const { width } = sheet.columns[index]!;
      const scale = scales[index];
      if (scale === undefined) return { text: cut(wordsOf(value, column), width, sheet), color: shade };
      const fraction = fractionOf(amountOf(value), ...scale);
      const steps = width * sheet.barSteps;
      return { text: '', color: shade, bar: fraction === undefined ? null : Math.round(fraction * steps) / steps };
    }),
  }));
}

/** The values between which all bars of a column lie. */
function scaleOfColumn(members: readonly Member[], { min, max }: Column, index: number): readonly [number, number] {
  const all = members.map((member) => member.value(index));
  const amounts = (values: readonly unknown[]): readonly number[] =>
    values.map(amountOf).filter((amount) => amount !== undefined);
  const mins = amounts(all.map((quantity) => quantity.min));
  const maxes = amounts(all.map((quantity) => quantity.max));
  const known = {
    ...(mins.length > 0 && { min: mins.reduce((a, b) => Math.min(a, b)) }),
    ...(maxes.length > 0 && { max: maxes.reduce((a, b) => Math.max(a, b)) }),
  };
  return scaleOf({ min, max }, known, amounts(all.map(({ value }) => value)));
}

function wordsOf(value: unknown, { decimals, postfix = '' }: Column): string {
  const fixed = typeof value === 'number' && Number.isFinite(value) && decimals !== undefined;
  const words = fixed ? value.toFixed(decimals) : valueWords(value);
  return (words === '-' ? words : words + postfix).replace(/\p{Cc}/gu, ' ');
}
