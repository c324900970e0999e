import { readFileSync } from 'node:fs';
import { matchesGolden } from '@lcdflow/testkit';
import { test } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { ICON_NAMES, namedIcon } from './named-icons.ts';

const README = new URL('../README.md', import.meta.url);
const NAMES = /(?<=\n## Names\n\n```\n).*?(?=```)/s;
const WIDEST = 100;

/** An icon as a letter, below its name. */
function column(name: string): readonly string[] {
  const [[bitmap]] = namedIcon(name) as readonly [readonly [Bitmap]];
  return [name, ...bitmap.rows].map((row) => row.padEnd(Math.max(5, name.length)));
}

const widthOf = (columns: readonly (readonly string[])[]): number =>
  columns.reduce((width, [name]) => width + name!.length + 1, -1);

/** As many beside each other as a line has room for. */
function strips(columns: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const full: (readonly string[])[][] = [[]];
  for (const next of columns) {
    if (widthOf([...full.at(-1)!, next]) > WIDEST) full.push([]);
    full.at(-1)!.push(next);
  }
  return full;
}

const rowsOf = (strip: readonly (readonly string[])[]): string =>
  strip[0]!
    .map((_, y) =>
      strip
        .map((column) => column[y])
        .join(' ')
        .trimEnd(),
    )
    .filter((row) => !/^[. ]+$/.test(row))
    .map((row) => `${row}\n`)
    .join('');

test('README shows each icon under its name', () => {
  const names = strips(ICON_NAMES.map(column)).map(rowsOf).join('\n');
  matchesGolden(
    README,
    readFileSync(README, 'utf8').replace(NAMES, () => names),
  );
});
