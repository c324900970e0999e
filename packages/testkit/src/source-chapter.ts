import type { OptionSchema, ReadingDescription, Source } from '@lcdflow/core';

/** A chapter of a README about one source, in Markdown: its options and readings as two tables. */
export function sourceChapter({ name, meaning, options, describe }: Source): string {
  const rows = Object.entries(options.properties).flatMap(([option, schema]) => optionRows(option, schema));
  return [
    `### ${name}`,
    meaning,
    markdownTable(['Option', 'Default', 'Meaning'], rows),
    markdownTable(['Reading', 'Unit', 'Range', 'Meaning'], Object.entries(describe).map(readingRow)),
    ...('readings' in options.properties ? ['What `pattern` and `readings` name are readings, too.'] : []),
  ].join('\n\n');
}

/** An option, and where its names are free, what may stand below each. */
function optionRows(path: string, schema: OptionSchema): readonly (readonly string[])[] {
  const { default: value, description = '' } = schema;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const row = [code(path), value === undefined ? '' : code(given), description.replaceAll('|', '\\|')];
  return [row, ...membersOf(schema).flatMap(([name, member]) => optionRows(`${path}.${name}`, member))];
}

function membersOf(schema: OptionSchema): readonly (readonly [string, OptionSchema])[] {
  if ('properties' in schema) return Object.entries(schema.properties);
  if (!('additionalProperties' in schema)) return [];
  return membersOf(schema.additionalProperties).map(([name, member]) => [`NAME.${name}`, member]);
}

const readingRow = ([path, { unit, range, meaning }]: [string, ReadingDescription]) => [
  code(path),
  unit,
  range === undefined ? '' : range.map((end) => (typeof end === 'string' ? code(end) : end)).join(' to '),
  meaning,
];
const code = (text: unknown) => `\`${text}\``;

/** As the formatter has it: columns as wide as their widest cell. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(' | ')} |`;
  const rule = head.map(() => '');
  return [line(head), line(rule, '-'), ...rows.map((row) => line(row))].join('\n');
}
