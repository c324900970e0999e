import { definePlugin } from '@lcdflow/core';
import { NEVER } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../src/check.ts';
import { formatProblem } from '../src/problem.ts';
import { fakePlugin } from './fake-plugins.ts';

/** A panel that measures its own heat, and none if it is told so. */
const thermometer = definePlugin({
  name: 'thermometer',
  apiVersion: 1,
  drivers: [
    {
      name: 'thermometer',
      meaning: 'A made-up panel that measures.',
      options: { type: 'object', properties: { blind: { type: 'boolean' } }, additionalProperties: false },
      models: [],
      model: ({ blind }: { readonly blind?: boolean }) => ({
        ...{ name: '20x2', width: 20, height: 2, cell: 'character', colors: 2, keys: [], controls: [] },
        ...(blind !== true && { readings: { heat: { unit: '°C', meaning: 'How warm it is', range: [0, 100] } } }),
      }),
      open: () => NEVER,
    },
  ],
});

/** What is wrong with a config that shows an expression; the program when nothing is. */
function checked(expression: string, display = '{ driver: thermometer }', more = '') {
  const text = `displays:\n  front: ${display}\npages:\n  main: { text: '{{ ${expression} }}' }\n${more}`;
  const { program, problems } = checkConfig(text, 'c', [fakePlugin, thermometer]);
  return { program, problems: problems.map(formatProblem) };
}

describe('what a display measures by itself', () => {
  test('is a source that is named after it', () => {
    const { program, problems } = checked('front.heat + 1.0');
    expect(problems).toEqual([]);
    expect(program!.sources.map(({ name }) => name)).not.toContain('front');
    const { sources, evaluate } = program!.expressions.value('front.heat');
    expect(sources).toEqual(['front']);
    expect(evaluate({ front: { heat: 40 } })).toEqual({ value: 40, unit: '°C', min: 0, max: 100 });
  });

  test('a reading it has not', () =>
    expect(checked('front.heet').problems).toEqual([
      'c:4:27 pages.main.text: "front" has no reading "heet", did you mean "heat"?',
    ]));

  test('a display that measures nothing is no source', () => {
    const { problems } = checked('front.heat', '{ driver: thermometer, blind: true }');
    expect(problems).toEqual([expect.stringContaining('unknown source "front"')]);
  });

  test('a display with something wrong: nothing is said about its readings', () => {
    const { problems } = checked('front.heat', '{ driver: thermometer, blnd: true }');
    expect(problems).toEqual([expect.stringContaining('displays.front.blnd')]);
  });

  test('a source of the same name hides it', () => {
    const { problems } = checked('front.heat', undefined, 'sources:\n  front: { source: cpu }\n');
    expect(problems).toEqual([expect.stringContaining('"front" has no reading "heat"')]);
  });
});
