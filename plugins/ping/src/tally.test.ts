import { expect, test } from 'vitest';
import { tallyOf } from './tally.ts';

test('mean, jitter and loss of the last questions', () => {
  const tally = tallyOf(4);
  expect(tally({ number: 1, latency: 10 })).toEqual({
    ...{ latency: 10, mean: 10, jitter: undefined, loss: 0, reachable: true },
  });
  expect(tally({ number: 2, latency: 14 })).toMatchObject({ latency: 14, mean: 12, jitter: 4, loss: 0 });
  expect(tally({ number: 3 })).toMatchObject({ latency: undefined, mean: 12, reachable: false, loss: 100 / 3 });
  expect(tally({ number: 4, latency: 6 })).toMatchObject({ mean: 10, jitter: 6, loss: 25 });
  expect(tally({ number: 6, latency: 6 })).toMatchObject({ mean: 6, jitter: 0, loss: 50 });
});

test('late answers and answers that come twice', () => {
  const tally = tallyOf(4);
  tally({ number: 1, latency: 1 });
  tally({ number: 2 });
  expect(tally({ number: 3, latency: 1 })).toMatchObject({ loss: 100 / 3 });
  expect(tally({ number: 2, latency: 1000 })).toMatchObject({ loss: 0, mean: 334 });
  expect(tally({ number: 2, latency: 5 })).toMatchObject({ loss: 0, mean: 334 });
});

test('after a long silence, which was longer than anybody asked, only what was asked counts', () => {
  const tally = tallyOf(4);
  tally({ number: 1, latency: 1 });
  expect(tally({ number: 30_000 })).toMatchObject({ loss: 100, mean: undefined, reachable: false });
  expect(tally({ number: 2, latency: 1 })).toMatchObject({ loss: 0, mean: 1, reachable: true });
});

test('nothing was ever answered', () => {
  const tally = tallyOf(4);
  for (let number = 1; number < 10; number++)
    expect(tally({ number })).toEqual({
      ...{ latency: undefined, mean: undefined, jitter: undefined, loss: 100, reachable: false },
    });
});

test('numbers that begin at 0', () => {
  const tally = tallyOf(4);
  expect(tally({ number: 0, latency: 1 })).toMatchObject({ loss: 0 });
  expect(tally({ number: 2, latency: 1 })).toMatchObject({ loss: 100 / 3 });
});
