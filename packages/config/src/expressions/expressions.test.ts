import { LcdError, type ReadingDescription, type SourcePlan } from '@lcdflow/core';
import * as fc from 'fast-check';
import { NEVER } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { createExpressions } from './expressions.ts';

const reading = (unit: string, range?: ReadingDescription['range']): ReadingDescription => ({
  unit,
  meaning: 'made up',
  ...(range && { range }),
});

const source = (name: string, described: Record<string, ReadingDescription>): Pick<SourcePlan, 'name' | 'source'> => ({
  name,
  source: {
    name,
    meaning: 'made up',
    options: { type: 'object', properties: {}, additionalProperties: false },
    describe: described,
    read: () => NEVER,
  },
});

const sources = [
  source('cpu', { busy: reading('%', [0, 100]), count: reading(''), 'cores[].busy': reading('%', [0, 100]) }),
  source('memory', { used: reading('B', [0, 'total']), total: reading('B') }),
  source('disks', { 'list[].used': reading('B', [0, 'list[].size']), 'list[].size': reading('B') }),
  source('load', { one: reading('') }),
  source('host', { name: reading(''), up: reading('s') }),
];
const expressions = createExpressions({
  sources,
  functions: [
    { signature: 'celsius(double): double', meaning: 'From Fahrenheit.', call: (f: number) => ((f - 32) * 5) / 9 },
  ],
});
const now = {
  cpu: { busy: 12.5, count: 4, cores: [{ busy: 3 }, { busy: 97.25 }] },
  memory: { used: 1_200_000_000, total: 4_000_000_000 },
  disks: {
    list: [
      { used: 1, size: 10 },
      { used: 2, size: 20 },
    ],
  },
  load: { one: 0.5 },
  host: { name: 'box', up: 273_906 },
};
const value = (text: string): unknown => expressions.value(text).evaluate(now).value;
const text = (template: string): string => expressions.text(template).evaluate(now);
const problems = (expression: string, kind: 'expression' | 'template' = 'expression'): readonly string[] =>
  expressions.problems(expression, kind).map(({ offset, message }) => `${offset} ${message}`);

describe('values', () => {
  test.each([
    ['cpu.busy', 12.5],
    ['cpu.cores[1].busy', 97.25],
    ['cpu["busy"]', 12.5],
    ['memory.used / memory.total * 100', 30],
    ['100 - cpu.busy', 87.5],
    ['cpu.busy * 2 + 1', 26],
    ['cpu.count % 3', 1],
    ['load.one > 4', false],
    ['cpu.count == 4', true],
    ['cpu.count != 4', false],
    ['round(4.4) == 4', true],
    ['4 == round(4.4)', true],
    ['host.name + "!"', 'box!'],
    ['host.name + 3', 'box3'],
    ['host.name + cpu.cores[1].busy', 'box97.3'],
    ['1.5 + host.name', '1.5box'],
    ['"it is " + (cpu.busy > 10)', 'it is true'],
    ['cpu.busy > 10 ? "hot" : "cool"', 'hot'],
    ['host.name.startsWith("b") && host.name.size() == 3', true],
    ['host.name.upperAscii()', 'BOX'],
    ['7 / 2', 3],
    ['7.0 / 2', 3.5],
    ['cpu.cores.map(c, c.busy)', [3, 97.25]],
    ['cpu.cores.exists(c, c.busy > 90)', true],
    ['cpu.cores.filter(c, c.busy > 90)[0].busy', 97.25],
    ['size(cpu.cores)', 2],
    ['cpu.cores[cpu.count - 3].busy', 97.25],
    ['has(cpu.busy)', true],
    ['-cpu.busy', -12.5],
    ['celsius(212)', 100],
    ['celsius(212.0)', 100],
  ])('%s', (expression, expected) => expect(value(expression)).toEqual(expected));
});

describe('functions', () => {
  test.each([
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(cpu.cores[1].busy, 1)', 97.3],
    ['floor(-1.5)', -2],
    ['ceil(1.2)', 2],
    ['abs(0 - cpu.busy)', 12.5],
    ['min(3, cpu.busy)', 3],
    ['max(3, cpu.busy)', 12.5],
    ['min([3, 1.5, 2])', 1.5],
    ['max(cpu.cores.map(c, c.busy))', 97.25],
    ['sum([1, 2, 3.5])', 6.5],
    ['average(cpu.cores.map(c, c.busy))', 50.125],
    ['percent(memory.used, memory.total)', 30],
    ['fixed(load.one, 2)', '0.50'],
    ['fixed(3, 1)', '3.0'],
    ['pad(5, 3)', '  5'],
    ['pad("abcd", 3)', 'abcd'],
    ['pad("日本", 6)', '  日本'],
    ['padEnd("e\u0301", 2) + "|"', 'e\u0301 |'],
    ['padEnd(host.name, 5) + "|"', 'box  |'],
    ['bytes(999)', '999 B'],
    ['bytes(1000)', '1.0 kB'],
    ['bytes(999.6)', '1.0 kB'],
    ['bytes(9960)', '10 kB'],
    ['bytes(999600)', '1.0 MB'],
    ['bytes(memory.used)', '1.2 GB'],
    ['bytes(memory.used) + "/s"', '1.2 GB/s'],
    ['bytes(-1500)', '-1.5 kB'],
    ['duration(5)', '0:05'],
    ['duration(245)', '4:05'],
    ['duration(11045)', '3:04:05'],
    ['duration(host.up)', '3 d 04:05'],
    ['duration(-5)', '-0:05'],
  ])('%s', (expression, expected) => expect(value(expression)).toBe(expected));

  test.each(['1 / 0', 'cpu.busy / 0', 'bytes(cpu.busy / 0)', 'average([])', 'fixed(1, 99)', 'max(["a"])', 'null'])(
    '%s has no value',
    (expression) => expect(value(expression)).toBeUndefined(),
  );
});

describe('units and ranges', () => {
  test('a plain path has them from its description', () => {
    expect(expressions.value('cpu.cores[0].busy').evaluate(now)).toEqual({ value: 3, unit: '%', min: 0, max: 100 });
  });
  test('an end may be another reading', () => {
    const used = expressions.value('memory.used');
    expect(used.evaluate(now)).toEqual({ value: 1_200_000_000, unit: 'B', min: 0, max: 4_000_000_000 });
    expect(used.evaluate({ memory: { used: 1 } })).toEqual({ value: 1, unit: 'B', min: 0 });
  });
  test('an end in a list is that of the same member', () => {
    expect(expressions.value('disks.list[1].used').evaluate(now)).toEqual({ value: 2, unit: 'B', min: 0, max: 20 });
  });
  test('other expressions have neither', () => {
    expect(expressions.value('cpu.busy + 1').evaluate(now)).toEqual({ value: 13.5 });
  });
  test('what has not been measured keeps its unit and has no value', () => {
    expect(expressions.value('cpu.busy').evaluate({})).toEqual({ value: undefined, unit: '%', min: 0, max: 100 });
    expect(expressions.value('cpu.busy + 1').evaluate({})).toEqual({ value: undefined });
  });
  test('knows its sources', () => {
    expect(expressions.value('cpu.busy > 3 ? memory.used : cpu.count').sources).toEqual(['cpu', 'memory']);
    expect(expressions.text('{{ host.name }} {{ cpu.busy }} {{ cpu.count }}').sources).toEqual(['host', 'cpu']);
  });
});

describe('texts', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['{{ host.name }} {{cpu.busy}}%', 'box 12.5%'],
    ['{{\n  host.name\n}}', 'box'],
    ['\\{{ no }}', '{{ no }}'],
    ['a { b } }} c', 'a { b } }} c'],
    ['{{ "}}" + host.name }}', '}}box'],
    ['{{ {"a": {"b": 2}}.a.b }}', '2'],
    ["{{ 'it\\'s' }}", "it's"],
    ['{{ cpu.cores[1].busy }}', '97.3'],
    ['{{ cpu.count }}', '4'],
    ['{{ cpu.cores[9].busy }}|{{ cpu.busy / 0 }}', '-|-'],
    ['{{ cpu.cores.map(c, c.busy) }}', '3 97.3'],
    ['{{ cpu.busy > 3 }}', 'true'],
    ['{{ -0.04 }} {{ 0.04 }} {{ 1234.56 }}', '0.0 0.0 1234.6'],
  ])('%s', (template, expected) => expect(text(template)).toBe(expected));

  test('what has not been measured shows as -', () =>
    expect(expressions.text('{{ cpu.busy }}%').evaluate({})).toBe('-%'));
});

describe('problems', () => {
  test.each([
    ['cpu.bussy', '4 "cpu" has no reading "bussy", did you mean "busy"?'],
    ['1 + cup.busy', '4 unknown source "cup", did you mean "cpu"?'],
    ['weather.now', '0 unknown source "weather"; known: cpu, memory, disks, load, host'],
    ['cpu.cores[0].bussy', '13 "cpu.cores[]" has no reading "bussy", did you mean "busy"?'],
    ['cpu.cores.busy', '10 "cpu.cores" is a list: write cpu.cores[0]'],
    ['cpu.busy.now', '9 "cpu.busy" has nothing inside'],
    ['cpu["bussy"]', '4 "cpu" has no reading "bussy", did you mean "busy"?'],
    ['cpu.constructor', '4 "cpu" has no reading "constructor"; known: busy, count, cores'],
    ['cpu.cores.map(c, c.bussy)', '19 "cpu.cores[]" has no reading "bussy", did you mean "busy"?'],
    ['cpu.cores.map(c, d.busy)', '17 unknown source "d"; known: cpu, memory, disks, load, host'],
    ['cpu.busy +', '10 the expression ends too early'],
    ['cpu..busy', '4 a name is expected instead of "."'],
    ['(1', '2 ")" is expected instead of the end'],
    ['1 2', '2 an operator or the end is expected instead of "2"'],
    ['cpu.busy | 2', '9 an operator or the end is expected instead of "|"'],
    ['"abc', '0 the text has no closing quote'],
    ['if(1)', '0 "if" is a word of the language, not a name'],
    ['rund(1.5)', '0 unknown function "rund", did you mean "round"?'],
    ['round("a")', '0 "round" is round(double): double or round(double, double): double'],
    ['bytes("a")', '0 "bytes" is bytes(double): string'],
    ['host.name.startWith("a")', '0 unknown function ".startWith()", did you mean "startsWith"?'],
    ['"a" * 3', '0 cannot compute string * int'],
    ['1 > 2 ? "a" : 1', "0 both results of \"?:\" must be of one type, got 'string' and 'int'"],
    ['', '0 an expression is expected'],
    ['  ', '0 an expression is expected'],
  ])('%s', (expression, expected) => expect(problems(expression)).toEqual([expected]));

  test('all of a template are told', () => {
    expect(problems('{{ cup.busy }} {{ cpu.bussy }} {{ 1', 'template')).toEqual([
      '3 unknown source "cup", did you mean "cpu"?',
      '22 "cpu" has no reading "bussy", did you mean "busy"?',
      '31 the "{{" has no "}}"',
    ]);
  });
  test('taking one throws a config error', () => {
    expect(() => expressions.value('cup.busy')).toThrow(LcdError);
    expect(() => expressions.text('{{ cup.busy }}')).toThrow('expression "{{ cup.busy }}": unknown source "cup"');
  });
});

describe('safety', () => {
  const path = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'length', 'valueOf'];
  const open = createExpressions({ sources: [source('cpu', { busy: reading(''), 'any[]': reading('') })] });

  test.each(path)('no way to %s', (name) => {
    for (const expression of [`cpu["any"]["${name}"]`, `cpu["a" + "ny"]["${name}"]`, `dyn(cpu).any["${name}"]`]) {
      if (open.problems(expression, 'expression').length > 0) continue;
      expect(open.value(expression).evaluate({ cpu: { busy: 1, any: {} } }).value).toBeUndefined();
    }
    expect(open.problems(name, 'expression')).not.toEqual([]);
  });

  const word = fc.constantFrom(
    ...[
      'cpu.busy',
      'cpu',
      'host.name',
      '.map(c, c)',
      '[0]',
      '["a"]',
      '(',
      ')',
      '+',
      '-',
      '/',
      '%',
      '?',
      ':',
      '==',
      '<',
    ],
    ...[
      '1',
      '2.5',
      '"x"',
      'null',
      'true',
      'round(',
      'bytes(',
      'max(',
      ',',
      '{',
      '}',
      '.size()',
      '.split(',
      '&&',
      '!',
      'in',
    ],
  );
  const garbage = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );
  const anyReadings = fc.dictionary(fc.constantFrom('cpu', 'host', '__proto__'), fc.oneof(fc.object(), fc.anything()));

  test('nothing throws', () => {
    fc.assert(
      fc.property(garbage, anyReadings, (expression, readings) => {
        for (const kind of ['expression', 'template'] as const) {
          const source = kind === 'template' ? `a {{${expression}}} b` : expression;
          if (expressions.problems(source, kind).length > 0) continue;
          if (kind === 'expression') expressions.value(source).evaluate(readings as never);
          else expect(typeof expressions.text(source).evaluate(readings as never)).toBe('string');
        }
      }),
      { numRuns: 3000 },
    );
  });
});
