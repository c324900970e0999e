import { defineSource } from '@lcdflow/core';
import { NEVER } from 'rxjs';
import { expect, test } from 'vitest';
import { sourceJson, sourceText } from './sources-text.ts';

const NO_OPTIONS = { type: 'object', properties: {}, additionalProperties: false } as const;

const told = (paths: readonly string[], readings: object) => {
  const describe = Object.fromEntries(paths.map((path) => [path, { unit: '', meaning: 'Made up.' }]));
  const source = defineSource({ name: 'a', meaning: 'Made up.', options: NO_OPTIONS, describe, read: () => NEVER });
  const measured = { plan: { name: 'a', source, options: {} }, readings: { ...readings } };
  const { readings: rows } = sourceJson(measured) as { readings: { expression: string; value: unknown }[] };
  return { rows: rows.map(({ expression, value }) => [expression, value]), text: sourceText(measured) };
};

test('of a list the first member, of a mapping each, as expressions', () => {
  const readings = { cores: [{ busy: 5 }, { busy: 6 }], rooms: { hall: 21.5, '1 "b"': null }, plain: 'x' };
  const { rows, text } = told(['cores[].busy', 'rooms[]', 'none[].b', 'empty[]', 'plain'], { ...readings, empty: {} });
  expect(rows).toEqual([
    ['a.cores[0].busy', 5],
    ['a.rooms["hall"]', 21.5],
    ['a.rooms["1 \\"b\\""]', null],
    ['a.none[0].b', null],
    ['a.empty[0]', null],
    ['a.plain', 'x'],
  ]);
  expect(text).toMatch(/^ {2}a\.rooms\["hall"\] {2,}21\.50 /m);
});

test('of a mapping with many members those that come first', () => {
  const rooms = Object.fromEntries(Array.from({ length: 1_000 }, (_, number) => [`r${number}`, number]));
  expect(told(['rooms[]'], { rooms }).rows).toHaveLength(20);
});

test('a value that is no plain one, in short', () => {
  const { text } = told(['object', 'list', 'long', 'lines'], {
    ...{ object: { b: ['\u001b[31m'] }, list: [1, 2], long: 'x'.repeat(50), lines: 'a\nb' },
  });
  const values = text.split('\n').slice(1, -1);
  expect(values.map((line) => line.trim().split(/ {2,}/)[1])).toEqual([
    ...['{"b":["\\u001b[31m"]}', '[1,2]', `${'x'.repeat(40)} …`, 'a …'],
  ]);
});
