import { of } from 'rxjs';
import { expect, test } from 'vitest';
import { stepsOf } from './scrolled.ts';

const steps = (...times: readonly number[]): readonly number[] => {
  const seen: number[] = [];
  stepsOf('pages', '1s', { ticks: () => of(...times) } as never).subscribe((step) => seen.push(step));
  return seen;
};

test('a clock that is set back undoes no step, and the next ones come', () => {
  const day = 86_400_000;
  expect(steps(day, day + 1000, day + 1500, 0, 400, 500, 1500)).toEqual([0, 1, 2, 3]);
});

test('a clock that is set forth goes on from there', () => {
  expect(steps(0, 1000, 86_400_000, 86_401_000)).toEqual([0, 1, 86_400, 86_401]);
});
