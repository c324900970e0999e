import { LcdError, type ReadingDescription, type Row } from '@lcdflow/core';
import { NEVER } from 'rxjs';
import { expect, test } from 'vitest';
import { createExpressions } from './expressions.ts';

const reading = (unit: string, range?: ReadingDescription['range']): ReadingDescription => ({
  ...{ unit, meaning: 'made up' },
  ...(range && { range }),
});
const source = (name: string, describe: Record<string, ReadingDescription>) => ({
  name,
  source: {
    ...{ name, meaning: 'made up', describe, read: () => NEVER },
    options: { type: 'object', properties: {}, additionalProperties: false } as const,
  },
});
const expressions = createExpressions({
  sources: [
    source('cpu', { busy: reading('%', [0, 100]), 'cores[].busy': reading('%', [0, 100]) }),
    source('disks', { 'list[].used': reading('B', [0, 'list[].size']), 'list[].size': reading('B') }),
    source('names', { 'all[]': reading(''), any: reading('') }),
  ],
});
const now = {
  cpu: { busy: 12.5, cores: [{ busy: 3 }, { busy: 97.25 }, {}] },
  disks: {
    list: [
      { used: 1, size: 10 },
      { used: 2, size: 20 },
    ],
  },
  names: { all: ['ann', 'bob'], any: 5 },
};

const rows = (list: string, ...columns: string[]) => {
  const members = expressions.rows(list, columns).evaluate(now);
  return members?.map((row: Row) => columns.map((column) => row(column).value));
};
const problems = (list: string, text: string): readonly string[] =>
  expressions
    .around(list)
    .problems(text, 'row')
    .map(({ offset, message }) => `${offset} ${message}`);
const listProblems = (list: string): readonly string[] =>
  expressions.problems(list, 'list').map(({ offset, message }) => `${offset} ${message}`);

test('each member of a list is called row in the expressions on it', () => {
  expect(rows('cpu.cores', 'row.busy', 'fixed(row.busy, 0) + " %"')).toEqual([
    [3, '3 %'],
    [97.25, '97 %'],
    [undefined, undefined],
  ]);
  expect(rows('names.all', 'row', 'row.startsWith("b")')).toEqual([
    ['ann', false],
    ['bob', true],
  ]);
});

test('computed lists have rows, too, and other sources may be used beside them', () => {
  expect(rows('cpu.cores.filter(c, has(c.busy) && c.busy > 50)', 'row.busy - cpu.busy', 'cpu.busy')).toEqual([
    [84.75, 12.5],
  ]);
  expect(rows('[3, "x"]', 'row', 'row + 1')).toEqual([
    [3, 4],
    ['x', 'x1'],
  ]);
});

test('a path into a row has its unit and range, also when another reading of the row is the end', () => {
  const [, second] = expressions.rows('disks.list', ['row.used']).evaluate(now)!;
  expect(second!('row.used')).toEqual({ value: 2, unit: 'B', min: 0, max: 20 });
});

test('what gives no list has no rows', () => {
  expect(rows('names.any', 'row')).toBeUndefined();
  expect(expressions.rows('cpu.cores', ['row.busy']).evaluate({})).toBeUndefined();
});

test('all sources are named that the list and the rows read', () => {
  expect(expressions.rows('cpu.cores', ['row.busy', 'names.any']).sources).toEqual(['cpu', 'names']);
});

test.each([
  ['cpu.busy', '0 "cpu.busy" is no list: write cpu.cores'],
  ['cpu', '0 "cpu" is no list: write cpu.cores'],
  ['cpu.core', '4 "cpu" has no reading "core", did you mean "cores"?'],
  ['', '0 an expression is expected'],
])('%j is no list', (list, problem) => {
  expect(listProblems(list)).toEqual([problem]);
});

test.each(['cpu.cores', 'names.all', 'names.any', 'disks.list.filter(d, d.used > 1)'])('%s may be a list', (list) => {
  expect(listProblems(list)).toEqual([]);
});

test.each([
  ['cpu.cores', 'row.bussy', '4 "row" has no reading "bussy", did you mean "busy"?'],
  ['cpu.cores', 'fixed(row.bussy, 1)', '10 "row" has no reading "bussy", did you mean "busy"?'],
  ['cpu.cores', 'row', '0 "row" is no reading: write row.busy'],
  ['cpu.cores', 'raw.busy', '0 unknown source "raw"'],
  ['cpu.cores', 'row.busy +', '10 the expression ends too early'],
  ['cpu.cores', 'fixd(row.busy, 1)', '0 unknown function "fixd", did you mean "fixed"?'],
])('on %s, %s is a mistake', (list, text, problem) => {
  expect(problems(list, text)[0]).toContain(problem);
});

test('nothing is said about rows of a list that is wrong itself, or that cannot be followed', () => {
  expect(problems('cpu.core', 'row.anything')).toEqual([]);
  expect(problems('[1].map(x, x)', 'row.anything')).toEqual([]);
  expect(expressions.problems('row.anything', 'row')).toEqual([]);
});

test('what has a problem cannot be taken', () => {
  expect(() => expressions.rows('cpu.busy', [])).toThrow(LcdError);
  expect(() => expressions.rows('cpu.cores', ['row.bussy'])).toThrow('expression "row.bussy"');
});
