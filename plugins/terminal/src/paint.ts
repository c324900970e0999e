import type { Size } from '@lcdflow/core';
import { noteRows, type Placement } from './layout.ts';
import type { Panel, Span } from './panel.ts';
import { type Run, styledText } from './style.ts';

/** Synchronized output: the terminal shows all between at once, or ignores the marks. */
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** Wipes the whole screen. */
export const CLEAR = '\x1b[2J';

const at = (row: number, column: number): string => `\x1b[${row + 1};${column + 1}H`;
const line = (row: number, column: number, runs: readonly Run[]): string =>
  `${at(row, column)}${styledText(runs)}\x1b[0m`;

/** One update of the screen from its parts; empty when there are none. */
export function update(parts: readonly string[]): string {
  const body = parts.join('');
  return body === '' ? '' : BEGIN + body + END;
}

/** Spans of a panel's picture, as far as they can be seen. */
export function paintSpans({ panel, top, visible }: Placement<Panel>, spans: readonly Span[]): string {
  return spans
    .filter(({ row, from }) => row < visible.height && from < visible.width)
    .map(({ row, from, to }) => line(top + 1 + row, from, panel.grid.runs(row, from, Math.min(to, visible.width))))
    .join('');
}

/** A panel with its title in bold; reverse when it is the one of several that keys go to. */
export function paintPanel(placement: Placement<Panel>, marked: boolean): string {
  const { panel, top, heading, visible } = placement;
  const rows = Array.from({ length: visible.height }, (_, row) => ({ row, from: 0, to: panel.grid.width }));
  return `${at(top, 0)}\x1b[${marked ? '1;7' : '1'}m${heading}\x1b[0m${paintSpans(placement, rows)}`;
}

/** The newest notes in the last rows. */
export function paintNotes(notes: readonly string[], terminal: Size): string {
  const rows = noteRows(notes.length, terminal);
  return notes
    .slice(notes.length - rows)
    .map((note, index) => `${at(terminal.height - rows + index, 0)}\x1b[2K${note.slice(0, terminal.width)}`)
    .join('');
}
