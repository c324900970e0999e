import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, reached, tableOf } from '../../bench/figure.ts';

const figures: Figure[] = [];

/** Remembers figures that were measured. */
export const measured = (...more: readonly Figure[]): void => {
  figures.push(...more);
};

/** Prints all that was measured and leaves it in figures.json; does nothing when nothing was. */
export function tellFigures(results: string): void {
  if (figures.length === 0) return;
  const told = figures.map((figure) => ({ ...figure, reached: reached(figure) }));
  writeFileSync(join(results, 'figures.json'), `${JSON.stringify(told, undefined, 2)}\n`);
  console.log(`\n${tableOf(figures)}\n`);
}
