import { cellsAlong, lengthOf, type Place, type Size } from '@lcdflow/core';
import type { Column } from './columns.ts';

/** Where everything of a table stands in its place. */
export interface Sheet {
  /** The size of a letter. */
  readonly letter: Size;
  /** The width of a text in cells. */
  widthOf(text: string): number;
  /** The columns from left to right, as far as they are in the place. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** How many lengths of a bar can be told in a cell. */
  readonly barSteps: number;
  /** How high the titles are with the line below them; 0 without. */
  readonly header: number;
  /** How many rows are seen at a time, at least 1. */
  readonly lines: number;
}

/** Lines from which on titles do not take too much of a place. */
const WITH_TITLES = 3;
/** A line below the titles, and one that is free. */
const RULE = 2;
const SHARE = { value: 1, unit: 'fr' } as const;

/** Columns stand one letter apart. Titles are left out where there are less than three lines. */
export function sheetOf(columns: readonly Column[], titles: boolean, place: Place, font: string | undefined): Sheet {
  const { cell, width, height, measure } = place;
  const style = font === undefined ? {} : { font };
  const measured = measure(' ', style);
  const letter = { width: Math.max(1, measured.width), height: Math.max(1, measured.height) };
  const lengths = columns.map((column) => lengthOf(column.width ?? '') ?? SHARE);
  const gaps = letter.width * Math.max(0, columns.length - 1);
  const widths = cellsAlong(lengths, 'width', width - gaps, width, { letter, cell });
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, each) => sum + each + letter.width, 0));
  const hasTitles = titles && columns.some(({ title }) => title) && height >= WITH_TITLES * letter.height;
  const header = hasTitles ? letter.height + (cell === 'pixel' ? RULE : 0) : 0;
  return {
    letter,
    widthOf: (text) => measure(text, style).width,
    columns: widths.map((each, index) => ({
      x: starts[index]!,
      width: Math.min(each, Math.max(0, width - starts[index]!)),
    })),
    barSteps: cell === 'character' ? 8 : 1,
    header,
    lines: Math.max(1, Math.floor((height - header) / letter.height)),
  };
}
