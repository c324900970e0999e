import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definePlugin } from '@lcdflow/core';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkConfig, configSchema, formatProblem } from '../src/index.ts';
import { fakePlugin } from './fake-plugins.ts';

const CASES = fileURLToPath(new URL('./cases', import.meta.url));
const textOf = (name: string): string => readFileSync(join(CASES, name, 'lcd.config.yaml'), 'utf8');
const check = (text: string): readonly string[] => checkConfig(text, 'c', [fakePlugin]).problems.map(formatProblem);

const RIGHT = textOf('right-full');

test('either a program or problems, whatever is cut out, doubled or put in', () => {
  const token = fc.constantFrom(
    ': ',
    '- ',
    '\n',
    '  ',
    '{{',
    '}}',
    '*x',
    '&x ',
    '[',
    '{',
    '"',
    'null',
    '3',
    'cpu.',
    '\t',
    'row:',
  );
  fc.assert(
    fc.property(fc.nat(RIGHT.length), fc.nat(30), token, fc.boolean(), (at, length, added, isDoubled) => {
      const rest = RIGHT.slice(at + (isDoubled ? -length : length));
      const { program, problems } = checkConfig(RIGHT.slice(0, at) + added + rest, 'c', [fakePlugin]);
      expect(program === undefined).toBe(problems.length > 0);
      for (const problem of problems) {
        expect(formatProblem(problem)).toMatch(/^c:\d+:\d+ \S.*$/);
        expect(formatProblem(problem)).not.toContain('undefined');
      }
    }),
    { numRuns: 150 },
  );
});

test('any value in any place never throws', () => {
  const keys = fc.constantFrom(
    ...[
      'displays',
      'pages',
      'sources',
      'keys',
      'plugins',
      'front',
      'main',
      'driver',
      'model',
      'row',
      'column',
      'clock',
    ],
    ...['text', 'graph', 'value', 'size', 'cpu', 'source', 'front.up', '__proto__', 'constructor', 'toString', ''],
  );
  const words = fc.constantFrom(
    'panel',
    'window',
    '20x4',
    'main',
    'cpu.busy',
    '{{ cpu.x }}',
    '3ch',
    'page.next',
    'file',
    '',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(words, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const top = fc.record({ displays: tree, pages: tree }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.oneof(top, tree), (value) => {
      const { program, problems } = checkConfig(JSON.stringify(value), 'c', [fakePlugin]);
      expect(program === undefined).toBe(problems.length > 0);
      for (const problem of problems) expect(formatProblem(problem)).not.toMatch(/undefined|cannot be used/);
    }),
    { numRuns: 250 },
  );
});

test('two plugins may not bring the same', () => {
  const twin = definePlugin({ ...fakePlugin, name: 'twin', drivers: [], sources: [fakePlugin.sources![0]!] });
  const wrong = definePlugin({
    name: 'wrong',
    apiVersion: 1,
    widgets: [{ ...fakePlugin.widgets![0]!, name: 'row' }],
    functions: [
      { signature: 'nonsense', meaning: '', call: () => 0 },
      { signature: 'bytes(double): string', meaning: '', call: () => 0 },
    ],
  });
  const { problems } = checkConfig(RIGHT, 'c', [fakePlugin, twin, wrong]);
  expect(problems.map(({ message }) => message)).toEqual([
    ...['clock', 'text', 'graph', 'blank', 'box'].map(
      (name) => `plugin "twin": widget "${name}": plugin "fake" has one of that name`,
    ),
    'plugin "twin": source "cpu": plugin "fake" has one of that name',
    'plugin "wrong": widget "row": "row" is a word of the page language',
    'plugin "twin": function "half(double): double": there is one that takes the same',
    'plugin "wrong": function "nonsense": a signature such as "celsius(double): double" is expected',
    'plugin "wrong": function "bytes(double): string": there is one that takes the same',
  ]);
});

test("the program's expressions are those of its sources and functions", () => {
  const { program } = checkConfig(RIGHT, 'c', [fakePlugin]);
  const readings = { data: { size: 2_000, line: 'x' }, cpu: { busy: 40 } };
  expect(program!.expressions.text('{{ data.line }} {{ bytes(data.size) }}').evaluate(readings)).toBe('x 2.0 kB');
  expect(program!.expressions.value('half(cpu.busy)').evaluate(readings)).toEqual({ value: 20 });
});

test('a name that only a prototype has is unknown', () => {
  expect(check('displays: { front: { driver: panel, pages: [constructor] } }\npages: { main: toString }')).toEqual([
    'c:1:45 displays.front.pages[0]: unknown page "constructor"; known: main',
    'c:2:16 pages.main.toString: unknown widget "toString"; known: clock, text, graph, blank, box, row, column, stack',
  ]);
});

test('the editor schema takes what is right and refuses what the schema can refuse', () => {
  const schema = configSchema([fakePlugin]);
  expect(JSON.stringify(schema)).not.toMatch(/"lcd[A-Z]/);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  expect(ajv.validateSchema(schema)).toBe(true);
  const validate = ajv.compile(schema);
  for (const name of readdirSync(CASES).filter((found) => found.startsWith('right-')))
    expect([name, validate(parse(textOf(name), { merge: true })), validate.errors]).toEqual([name, true, null]);
  const refused = [
    'top-unknown-key',
    'display-unknown-driver',
    'display-unknown-key',
    'node-unknown-widget',
    'node-row-empty',
  ];
  for (const name of [...refused, 'node-two-kinds', 'node-unknown-option', 'node-needs-option', 'source-needs-option'])
    expect([name, validate(parse(textOf(name)))]).toEqual([name, false]);
});
