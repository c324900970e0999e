import { expect, onTestFinished, test, vi } from 'vitest';
import { inTurns } from './turns.ts';

/** Time that goes on by 1 ms with each look at the clock. */
function slowClock(): void {
  let now = 0;
  const looks = vi.spyOn(performance, 'now').mockImplementation(() => now++);
  onTestFinished(() => looks.mockRestore());
}

function* counting(to: number, told: number[]): Generator<void, string> {
  for (let bit = 1; bit <= to; bit++) {
    told.push(bit);
    yield;
  }
  return 'done';
}

const othersTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('after some ms others have their turn, and then it goes on', async () => {
  slowClock();
  const told: number[] = [];
  const seen: string[] = [];
  inTurns(() => counting(20, told)).subscribe((value) => seen.push(value));
  expect([told.length, seen]).toEqual([4, []]);
  await expect.poll(() => seen, { interval: 1 }).toEqual(['done']);
  expect(told).toHaveLength(20);
});

test('those who work at the same time share a turn', () => {
  slowClock();
  const [first, second, third] = [[], [], []] as [number[], number[], number[]];
  const works = [first, second].map((told) => inTurns(() => counting(20, told)).subscribe());
  expect([first.length, second.length]).toEqual([4, 2]);
  for (const work of works) work.unsubscribe();
  inTurns(() => counting(20, third))
    .subscribe()
    .unsubscribe();
  expect(third).toHaveLength(4);
});

test('unsubscribing ends it', async () => {
  slowClock();
  const told: number[] = [];
  inTurns(() => counting(20, told))
    .subscribe()
    .unsubscribe();
  await othersTurn();
  expect(told).toHaveLength(4);
});

test('an error is passed on', () => {
  const errors: unknown[] = [];
  inTurns(function* () {
    yield;
    throw new Error('no');
  }).subscribe({ error: (error: Error) => errors.push(error.message) });
  expect(errors).toEqual(['no']);
});
