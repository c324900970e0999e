import { amountOf, type Quantity, type WidgetContext } from '@lcdflow/core';
import { combineLatest, map, type Observable, of } from 'rxjs';
import { type Column, WHOLE_ROW } from './columns.ts';

/** One row: what it is worth in each column, evaluated when it is asked for. */
export interface Member {
  /** What a column shows. */
  value(column: number): Quantity;
  /** What decides a column's colour. */
  level(column: number): unknown;
  /** What rows are sorted by. */
  readonly rank: unknown;
}

/** Where rows come from, and in which order. */
export interface Listing {
  readonly rows: string | undefined;
  readonly items: readonly (string | readonly string[])[] | undefined;
  readonly columns: readonly Column[];
  readonly sortBy: string | undefined;
  readonly order: 'ascending' | 'descending';
  readonly most: number | undefined;
}

/** The rows in order, anew with each reading; `undefined` while there is no list. */
export function membersOf(listing: Listing, context: WidgetContext): Observable<readonly Member[] | undefined> {
  const { rows, items = [], order, most = Number.POSITIVE_INFINITY } = listing;
  const members = rows === undefined ? written(items, context) : read(rows, listing, context);
  return members.pipe(map((all) => all && sorted(all, order).slice(0, most)));
}

function read(
  rows: string,
  { columns, sortBy }: Listing,
  context: WidgetContext,
): Observable<readonly Member[] | undefined> {
  const values = columns.map(({ value = WHOLE_ROW }) => value);
  const levels = columns.map(({ colorBy }, index) => colorBy ?? values[index]!);
  const asked = [...new Set([...values, ...levels, ...(sortBy === undefined ? [] : [sortBy])])];
  return context.rows(rows, asked).pipe(
    map((all) =>
      all?.map((row) => ({
        value: (column) => row(values[column]!),
        level: (column) => row(levels[column]!).value,
        rank: sortBy === undefined ? undefined : row(sortBy).value,
      })),
    ),
  );
}

/** Rows that stand in the config: a text, or one for each column. */
function written(
  items: readonly (string | readonly string[])[],
  { text }: WidgetContext,
): Observable<readonly Member[]> {
  if (items.length === 0) return of([]);
  const texts = items.map((item) => {
    const cells = typeof item === 'string' ? [item] : item;
    return cells.length === 0 ? of<string[]>([]) : combineLatest(cells.map((cell) => text(cell)));
  });
  return combineLatest(texts).pipe(
    map((all) =>
      all.map((cells) => ({
        value: (column) => ({ value: cells[column] ?? '' }),
        level: (column) => numberIn(cells[column]),
        rank: undefined,
      })),
    ),
  );
}

const numberIn = (text = ''): number | undefined => amountOf(Number.parseFloat(text));

/** What has no rank comes last, either way; numbers come before texts. Equal ones keep their order. */
function sorted(members: readonly Member[], order: Listing['order']): readonly Member[] {
  if (members.every(({ rank }) => rank === undefined)) return members;
  const sign = order === 'ascending' ? 1 : -1;
  const known = members.filter(({ rank }) => isRank(rank));
  const rest = members.filter(({ rank }) => !isRank(rank));
  return [...known.toSorted((a, b) => sign * compared(a.rank, b.rank)), ...rest];
}

const isRank = (rank: unknown): boolean => typeof rank === 'string' || amountOf(rank) !== undefined;

function compared(a: unknown, b: unknown): number {
  const [x, y] = [amountOf(a), amountOf(b)];
  if (x !== undefined && y !== undefined) return x - y || 0;
  if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
