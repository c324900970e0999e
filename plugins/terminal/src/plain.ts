import type { GridCell } from './grid.ts';
import type { Panel } from './panel.ts';

type Halves = readonly [upper: number | undefined, lower: number | undefined];

/** The two colours of a terminal cell with a half block; `undefined` for a letter, which has no colours. */
function halvesOf({ letter, style: { ink, paper } }: GridCell): Halves | undefined {
  if (ink === undefined && paper === undefined) return undefined;
  if (letter === ' ') return [paper, paper];
  if (letter === '█') return [ink, ink];
  if (letter === '▀') return [ink, paper];
  return letter === '▄' ? [paper, ink] : undefined;
}

/** The most frequent colour of all half blocks. */
function background(cells: readonly GridCell[]): number | undefined {
  const counts = new Map<number | undefined, number>();
  for (const half of cells.flatMap((cell) => halvesOf(cell) ?? [])) counts.set(half, (counts.get(half) ?? 0) + 1);
  counts.delete(undefined);
  return [...counts].reduce<[number | undefined, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [undefined, 0],
  )[0];
}

function plainLetter(cell: GridCell, paper: number | undefined): string {
  const halves = halvesOf(cell);
  if (halves === undefined) return cell.letter;
  const [upper, lower] = halves.map((half) => half !== undefined && half !== paper);
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}

/**
 * A panel's picture as text without colours, below its title: half blocks are ink where a pixel differs from the most
 * frequent colour, everything else stays as it is. Blanks at the end of a row are left out.
 */
export function plainPicture({ title, grid }: Panel): string {
  const rows = Array.from({ length: grid.height }, (_, row) => grid.row(row));
  const paper = background(rows.flat());
  const lines = rows.map((cells) =>
    cells
      .map((cell) => plainLetter(cell, paper))
      .join('')
      .trimEnd(),
  );
  return [title, ...lines, ''].join('\n');
}
