import { concat, map, NEVER, type Observable, of, tap, throwError, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { expressions, leaf, logged, NO_OPTIONS, page, panel, widget, word } from '../test/programs.ts';
import { defineSource } from './define.ts';
import { LcdError } from './errors.ts';
import type { DisplayPlan, Farewell, Program } from './program.ts';
import { run } from './run.ts';
import type { Quantity, Readings } from './types.ts';

const hi = page(leaf(widget('hi', () => of(word('hi')))));

/** A source of readings at their times in ms. */
const told = (name: string, values: Observable<unknown>): Program['sources'][number] => ({
  name,
  options: {},
  source: defineSource({
    name,
    meaning: 'what the test says',
    options: NO_OPTIONS,
    describe: { value: { unit: '', meaning: 'a value' } },
    read: () => concat(values.pipe(map((value): Readings => ({ value }))), NEVER),
  }),
});
const at = (...steps: readonly (readonly [ms: number, value: unknown])[]) =>
  concat(...steps.map(([ms, value], index) => timer(ms - (steps[index - 1]?.[0] ?? 0)).pipe(map(() => value))));

interface Proof {
  readonly rules: DisplayPlan['controls'];
  readonly sources: Program['sources'];
  readonly set?: (level: number) => Observable<unknown>;
  readonly stop?: number;
  readonly farewell?: Farewell;
  readonly range?: Partial<Quantity>;
}

/** Runs a display of which `led1` and `led2` are ruled, and returns when which level was set, and what happened. */
function levelsSet({ rules, sources, set = () => of(1), stop = 1000, farewell, range = {} }: Proof) {
  const levels: string[] = [];
  const events: string[] = [];
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  const control = (name: string) => (level: number) =>
    set(level).pipe(tap({ subscribe: () => levels.push(`${scheduler.now()} ${name} ${level}`) }));
  const { plan } = panel({ controls: { led1: control('led1'), led2: control('led2') } });
  const { log } = logged();
  const ranged = {
    ...expressions,
    value: (name: string) => {
      const { sources, evaluate } = expressions.value(name);
      return { sources, evaluate: (readings: never) => ({ ...evaluate(readings), ...range }) };
    },
  };
  scheduler.run(({ flush }) => {
    const host = { log, context: () => ({ connect: () => NEVER, display: 'front', log }) };
    const displays = [{ ...plan(hi), ...(rules && { controls: rules }), ...(farewell && { farewell }) }];
    run({ displays, sources, keys: [], expressions: ranged }, host, { stop: timer(stop) }).subscribe(({ kind }) =>
      events.push(`${scheduler.now()} ${kind}`),
    );
    flush();
  });
  return { levels, events };
}

test('a control is set while it is ruled: on, off, and a level between, each once', () => {
  const sources = [told('a', at([200, true], [400, true], [600, false])), told('b', at([300, 0.25], [500, 7]))];
  expect(levelsSet({ rules: { led1: 'a', led2: 'b' }, sources }).levels).toEqual([
    '200 led1 1',
    '300 led2 0.25',
    '500 led2 1',
    '600 led1 0',
  ]);
});

test('a reading with a range is a share of it; true and false are not', () => {
  const range = { min: 0, max: 200 };
  const sources = [told('a', at([100, 50], [300, true], [500, -3]))];
  expect(levelsSet({ rules: { led1: 'a' }, sources, range }).levels).toEqual([
    '100 led1 0.25',
    '300 led1 1',
    '500 led1 0',
  ]);
});

test('what has no value, or is no number, leaves a control as it is', () => {
  const values = [Number.NaN, undefined, 'x', Number.POSITIVE_INFINITY, {}].map(
    (value, index) => [100 * index, value] as const,
  );
  expect(levelsSet({ rules: { led1: 'a' }, sources: [told('a', at(...values))] }).levels).toEqual([]);
});

test('of many values in a short time the last one counts', () => {
  const sources = [told('a', at([0, 0.1], [10, 0.2], [20, 0.3], [90, 0.4]))];
  expect(levelsSet({ rules: { led1: 'a' }, sources }).levels).toEqual(['0 led1 0.1', '100 led1 0.4']);
});

test('after the end has begun nothing is set but by the farewell', () => {
  const sources = [told('a', at([100, true], [600, false], [700, true]))];
  const farewell = { levels: { led1: 0 } };
  const { levels, events } = levelsSet({ rules: { led1: 'a' }, sources, stop: 500, farewell });
  expect(levels).toEqual(['100 led1 1', '501 led1 0']);
  expect(events.at(-1)).toBe('501 closed');
});

test('a control that fails loses the display, and when it is open again all is set anew', () => {
  let failures = 0;
  const set = () => (failures++ === 0 ? throwError(() => new LcdError('timeout', 'no answer')) : of(1));
  const { levels, events } = levelsSet({ rules: { led1: 'a' }, sources: [told('a', of(true))], set, stop: 3000 });
  expect(events.slice(0, 2)).toEqual(['0 opened', '0 lost']);
  expect(levels).toEqual(['0 led1 1', '1000 led1 1']);
});

test('a control that the open panel has not is no matter', () => {
  expect(levelsSet({ rules: { led9: 'a' }, sources: [told('a', of(true))] }).levels).toEqual([]);
});
