import { setTimeout as sleep } from 'node:timers/promises';
import { concatMap, defer, firstValueFrom, from, type Observable, of, timer, toArray } from 'rxjs';
import { expect, test } from 'vitest';
import { costMeter } from './cost.ts';

let clock = 0;
const costed = costMeter(() => clock);

/** Keeps the processor busy for so many ms. */
const work = (ms: number): void => {
  clock += ms;
};
const costs = async (stream: Observable<unknown>): Promise<readonly number[]> =>
  (await firstValueFrom(costed(stream).pipe(toArray()))).map(({ cost }) => cost / 1_000);

/** Works, waits, works: by promises. */
async function measured(ms: number): Promise<number> {
  work(ms);
  await sleep(2);
  work(ms);
  return ms;
}

test('work counts wherever it is done', async () => {
  expect(await costs(of(10, 30).pipe(concatMap((ms) => from(measured(ms)))))).toEqual([20, 60]);
});

test('work of others meanwhile does not count', async () => {
  const others = [1, 3, 5].map((at) => sleep(at).then(() => work(1_000)));
  const streams = [100, 200, 400].map((ms) => costs(defer(() => measured(ms))));
  expect(await Promise.all(streams)).toEqual([[200], [400], [800]]);
  await Promise.all(others);
});

test('work within the work of another counts once', async () => {
  const inner = (): Promise<readonly number[]> => costs(defer(() => measured(7)));
  const [cost] = await costs(
    timer(1).pipe(
      concatMap(async () => {
        work(5);
        expect(await inner()).toEqual([14]);
        work(5);
      }),
    ),
  );
  expect(cost).toBe(10);
});
