import type { Frame, Rect, Size } from '@lcdflow/core';
import { RunWriter } from './run-writer.ts';
import type { TextRow } from './style.ts';

/** A way to show cells of a frame as text. */
export interface Glyphs {
  /** Cells of the frame that one terminal cell shows. */
  readonly cell: Size;
  /** What the terminal cells that an area touches show, one text row for each row of them. */
  encode(frame: Frame, area: Rect): readonly TextRow[];
}

/** Writes the terminal cell at a place; called from left to right. */
export type PutCell = (to: RunWriter, column: number) => void;

/** Walks over the terminal cells that an area touches, row by row. */
export function textRows(cell: Size, area: Rect, rowAt: (row: number) => PutCell): readonly TextRow[] {
  if (area.width <= 0 || area.height <= 0) return [];
  const column = Math.floor(area.x / cell.width);
  const end = Math.ceil((area.x + area.width) / cell.width);
  const rows: TextRow[] = [];
  for (let row = Math.floor(area.y / cell.height); row * cell.height < area.y + area.height; row++) {
    const to = new RunWriter();
    const put = rowAt(row);
    for (let at = column; at < end; at++) put(to, at);
    rows.push({ row, column, runs: to.end() });
  }
  return rows;
}
