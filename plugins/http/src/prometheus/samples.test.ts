import { LcdError } from '@lcdflow/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplesIn } from './samples.ts';

const read = (text: string, ...names: string[]) =>
  samplesIn(text, new Set(names)).map(({ name, labels, value }) => [name, Object.fromEntries(labels), value]);

test('samples of the names that are asked for', () => {
  const text = [
    ...['# HELP a Words.', '# TYPE a counter', 'a{mode="idle",cpu="0"} 1027.5 1395066363000', 'a{} 1e3', 'other 1'],
    ...['', 'b:c_total\t-3', 'a { x = "y" , } +Inf', 'a{q="\\"\\\\\\n\\t,}{"} NaN # {trace="x"} 1', '# EOF\r', 'ab 1'],
  ].join('\n');
  expect(read(text, 'a', 'b:c_total')).toEqual([
    ['a', { mode: 'idle', cpu: '0' }, 1027.5],
    ['a', {}, 1000],
    ['b:c_total', {}, -3],
    ['a', { x: 'y' }, Number.POSITIVE_INFINITY],
    ['a', { q: '"\\\n\\t,}{' }, Number.NaN],
  ]);
});

test.each(['<html>', 'a', 'a{', 'a{x="1" 2', 'a{x=1} 2', 'a x', 'a 0x10', 'a{x="1"y="2"} 3', 'a 1 2 3', '"a" 1'])(
  'no sample: %s',
  (line) => {
    expect(() => read(`a 1\n${line}`, 'a')).toThrow(new LcdError('protocol', 'line 2: expected NAME{LABELS} VALUE'));
  },
);

const word = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,5}$/);
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

test('what is written is read', () => {
  const value = fc.double({ noNaN: true });
  fc.assert(
    fc.property(
      word,
      fc.dictionary(word, fc.string({ unit: 'binary' }), { noNullPrototype: true }),
      value,
      (name, labels, number) => {
        const inner = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
        const written = Math.abs(number) === Number.POSITIVE_INFINITY ? (number > 0 ? '+Inf' : '-Inf') : `${number}`;
        expect(read(`${name}{${inner.join(',')}} ${written}`, name)).toEqual([[name, labels, Number(number) + 0]]);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('100,000 texts of pieces give samples or say which line is wrong', () => {
  const pieces = ['a', ' ', '{', '}', '"', '\\', ',', '=', '\n', '1', '-', '.', 'e', 'NaN', '#', 'x="y"', '\t', '€'];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (given) => {
      try {
        for (const { name, value } of samplesIn(given, new Set(['a'])))
          if (name !== 'a' || typeof value !== 'number') return false;
      } catch (error) {
        return error instanceof LcdError && /^line \d+: expected/.test(error.message);
      }
      return true;
    }),
    { numRuns: 100_000 },
  );
}, 60_000);

test('nasty lines take no time', () => {
  for (const piece of ['\\"', '{', 'a="b",', '"', ' ', '#', '1', '\\\\']) {
    const started = performance.now();
    expect(() => read(`a{x="${piece.repeat(200_000)}`, 'a')).toThrow(LcdError);
    expect(performance.now() - started, piece).toBeLessThan(1_000);
  }
});
