import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem } from '../problem.ts';
import { readDocument } from './config-document.ts';

test('points at keys, values and letters', () => {
  const document = readDocument('top:\n  - key: some text\n  - other:\n', 'a.yaml');
  const at = (...[path, spot]: [(string | number)[], 'key' | 'value' | { letter: number }]): string =>
    formatProblem(document.problem(path, spot, 'here'));
  expect(at(['top', 0, 'key'], 'key')).toBe('a.yaml:2:5 top[0].key: here');
  expect(at(['top', 0, 'key'], 'value')).toBe('a.yaml:2:10 top[0].key: here');
  expect(at(['top', 0, 'key'], { letter: 5 })).toBe('a.yaml:2:15 top[0].key: here');
  expect(at(['top', 1, 'other'], 'value')).toBe('a.yaml:3:5 top[1].other: here');
  expect(at(['top', 1, 'none', 'deeper'], 'value')).toBe('a.yaml:3:5 top[1].none.deeper: here');
  expect(at([], 'value')).toBe('a.yaml:1:1 here');
});

test('counts lines that end with CR LF', () => {
  const document = readDocument('a: 1\r\nb: 2\r\n', 'a.yaml');
  expect(document.problem(['b'], 'value', 'x')).toMatchObject({ line: 2, column: 4 });
});

test('own keys only, whatever they are called', () => {
  const { value } = readDocument('__proto__: { polluted: 1 }\nconstructor: 2', 'a.yaml');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('thousands of levels are told, not died of', () => {
  for (const text of ['['.repeat(20_000), `${'- '.repeat(5000)}x`, `${'{a: '.repeat(3000)}${'}'.repeat(3000)}`])
    expect(readDocument(text, 'a.yaml').problems.length).toBeGreaterThan(0);
});

test('merges: own keys win, then the first of a list', () => {
  const text = 'a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { <<: [*a, *b], x: 3 }';
  expect(readDocument(text, 'a.yaml').value).toMatchObject({ c: { x: 3, y: 1, z: 2 } });
});

test('never throws', () => {
  const token = fc.constantFrom(
    ...[
      'a',
      'b:',
      ': ',
      '- ',
      '\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&x ',
      '*x',
      '<<: ',
      '!t ',
    ],
    ...['? ', '---\n', '...\n', '#', '%YAML 1.2\n', '~', '\u0000', '\ud800'],
  );
  const text = fc.oneof(
    fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (given) => {
      const { value, problems } = readDocument(given, 'a.yaml');
      expect(value !== undefined || problems.length > 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
