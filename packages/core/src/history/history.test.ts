import { expect, test } from 'vitest';
import { advanced, type History, NO_HISTORY, recorded, valuesOf } from './history.ts';

const COLUMNS = 4;

const _ = undefined;

/** Numbers and gaps are readings, `>n` goes on to slice n. */
const after = (...steps: readonly (number | undefined | `>${number}`)[]): readonly (number | undefined)[] =>
  valuesOf(
    steps.reduce<History>(
      (past, step) =>
        typeof step === 'string' ? advanced(past, Number(step.slice(1)), COLUMNS) : recorded(past, { value: step }),
      NO_HISTORY,
    ),
    COLUMNS,
  );

test('a slice shows the mean of its readings, the running one too', () => {
  expect(after('>10', 2, 4, '>11', 8)).toEqual([_, _, 3, 8]);
});

test('a slice without readings shows the value that still holds', () => {
  expect(after('>10', 2, 4, '>11', '>12')).toEqual([_, 3, 4, 4]);
});

test('a value that stays away leaves gaps', () => {
  expect(after('>10', '>11', 5, '>12', undefined, '>13', '>14', 6)).toEqual([5, _, _, 6]);
  expect(after('>10', 5, _, '>11')).toEqual([_, _, 5, _]);
});

test('missed slices are gaps', () => {
  expect(after('>10', 5, '>13', 6)).toEqual([5, _, _, 6]);
});

test('a clock that was set keeps what there is', () => {
  expect(after('>10', 5, '>11', 6, '>3', 8, '>4')).toEqual([_, 5, 7, 8]);
  expect(after('>10', 5, '>1000000000', 6)).toEqual([_, _, _, 6]);
});

test('no more is kept than columns show', () => {
  expect(after('>1', 1, '>2', 2, '>3', 3, '>4', 4, '>5', 5, '>6', 6)).toEqual([3, 4, 5, 6]);
});

test('readings before the first tick belong to the first slice', () => {
  expect(after(3, '>10', 5)).toEqual([_, _, _, 4]);
});
