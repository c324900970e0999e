import type { Size } from '@lcdflow/core';

/** A panel that is to find its place. */
export interface Titled {
  readonly title: string;
  readonly size: Size;
}

/** Where a panel stands in the terminal. */
export interface Placement<P extends Titled> {
  readonly panel: P;
  /** The row of its title; the picture begins below. */
  readonly top: number;
  /** How much of the picture can be seen, from its upper left corner. */
  readonly visible: Size;
  /** The title line, with what the terminal lacks. */
  readonly heading: string;
}

/** Rows that the newest log lines take: as many as there are, but never the last two. */
export const noteRows = (notes: number, terminal: Size): number => Math.max(0, Math.min(notes, terminal.height - 2));

function heading(title: string, needs: readonly string[], columns: number): string {
  const note = needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`;
  return (title.slice(0, Math.max(0, columns - note.length)) + note).slice(0, columns);
}

/**
 * Stacks panels below each other, each with its title above, and leaves rows for notes free at the end. What does not
 * fit is cut; the last panel with a title to be seen says how many rows all of them need.
 */
export function layOut<P extends Titled>(panels: readonly P[], terminal: Size, notes: number): readonly Placement<P>[] {
  const end = terminal.height - noteRows(notes, terminal);
  const needed = panels.reduce((rows, { size }) => rows + 1 + size.height, noteRows(notes, terminal));
  const tops = panels.map((_, index) => panels.slice(0, index).reduce((top, { size }) => top + 1 + size.height, 0));
  const seen = panels.filter((_, index) => tops[index]! < end);
  return seen.map((panel, index) => {
    const top = tops[index]!;
    const { width, height } = panel.size;
    const needs = [];
    if (width > terminal.width) needs.push(`${width} columns`);
    if (index === seen.length - 1 && needed > terminal.height) needs.push(`${needed} rows`);
    return {
      panel,
      top,
      visible: { width: Math.min(width, terminal.width), height: Math.min(height, end - top - 1) },
      heading: heading(panel.title, needs, terminal.width),
    };
  });
}
