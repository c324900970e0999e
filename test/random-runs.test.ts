import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { config } from 'rxjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomRun } from './random/random-run.ts';

const RUNS = 250;
const chosen = process.env.RANDOM_SEED;
const first = Math.trunc(Math.random() * 2 ** 30);
const batches = [0, 1, 2, 3].map((batch) => first + batch * RUNS);
/** What one run may leave behind in MB; a frame is 0.065. */
const GROWTH = 0.01;

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
beforeAll(() => {
  config.onUnhandledError = note;
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterAll(() => {
  config.onUnhandledError = null;
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
});

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** The heap in MB after cleaning up. */
function weighed(): number {
  gc();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Fails with everything that happened when a run is wrong, and how to repeat it. */
function expectRight(seed: number): void {
  const { problems, story } = randomRun(seed);
  const repeat = `RANDOM_SEED=${seed} npx vitest run test/random-runs.test.ts`;
  expect(problems, `${repeat}\n  ${story.join('\n  ')}\n`).toEqual([]);
}

describe.runIf(chosen === undefined)('random runs of a picoLCD: the glass is right, all is quiet at the end', () => {
  let heap: number | undefined;

  test.each(batches)(`${RUNS} runs from seed %d on`, async (from) => {
    for (let seed = from; seed < from + RUNS; seed++) expectRight(seed);
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
    const now = weighed();
    if (heap !== undefined) expect((now - heap) / RUNS, 'MB that each run leaves behind').toBeLessThan(GROWTH);
    heap = now;
  });
});

test.runIf(chosen !== undefined)(`the run of seed ${chosen}`, () => expectRight(Number(chosen)));
