import { expect, test } from 'vitest';
import { type Limits, scaleOf } from './scale.ts';

test.each<[string, Limits, Limits, number[], number, number]>([
  ['what is asked for comes first', { min: 10, max: 20 }, { min: 0, max: 100 }, [500], 10, 20],
  ['then what is known', {}, { min: 0, max: 100 }, [500], 0, 100],
  ['each end for itself', { min: 50 }, { min: 0, max: 100 }, [], 50, 100],
  ['then 0 to the largest seen', {}, {}, [3, 8, 5], 0, 8],
  ['from the smallest if that is below 0', {}, {}, [-3, 8], -3, 8],
  ['up to 0 if all are below', {}, {}, [-3, -8], -8, 0],
  ['nothing seen', {}, {}, [], 0, 0],
  ['a seen end never turns the scale round', { min: 50 }, {}, [40], 50, 50],
  ['nor the other one', { max: -50 }, {}, [-40], -50, -50],
  ['a person may turn it round', { min: 100, max: 0 }, {}, [], 100, 0],
  ['a limit that is no number is none', {}, { min: Number.NaN, max: Number.POSITIVE_INFINITY }, [7], 0, 7],
])('%s', (_, asked, known, seen, min, max) => {
  expect(scaleOf(asked, known, seen)).toEqual([min, max]);
});
