import { readFileSync } from 'node:fs';
import type { OptionSchema, ReadingDescription, Source } from '@lcdflow/core';
import { matchesGolden } from '@lcdflow/testkit';
import { test } from 'vitest';
import system from './index.ts';

const README = new URL('../README.md', import.meta.url);
const BEGIN = '<!-- what follows is written by src/readme.test.ts -->\n';

function chapter({ name, meaning, options, describe }: Source): string {
  return [
    `### ${name}`,
    meaning,
    table(['Option', 'Default', 'Meaning'], Object.entries(options.properties).map(optionRow)),
    table(['Reading', 'Unit', 'Range', 'Meaning'], Object.entries(describe).map(readingRow)),
  ].join('\n\n');
}

const optionRow = ([name, option]: [string, OptionSchema]) => [
  code(name),
  option.default === undefined ? '' : code(option.default),
  option.description ?? '',
];
const readingRow = ([path, { unit, range, meaning }]: [string, ReadingDescription]) => [
  code(path),
  unit,
  range === undefined ? '' : range.map((end) => (typeof end === 'string' ? code(end) : end)).join(' to '),
  meaning,
];
const code = (text: unknown) => `\`${text}\``;

/** As the formatter has it: columns as wide as their widest cell. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
}

test('README tells each source as `describe` does', () => {
  const readme = readFileSync(README, 'utf8');
  const byHand = readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length);
  matchesGolden(README, `${byHand}\n${system().sources!.map(chapter).join('\n\n')}\n`);
});
