import { randomRun } from '../test/random/random-run.ts';
import type { Figure } from './figure.ts';
import { weighed } from './heap.ts';

const RUNS = 1_000;
const WARM_UP = 1_000;

/** What random runs of faults, keys and stops leave behind; see test/README.md. */
export function randomRuns(): readonly Figure[] {
  for (let seed = 0; seed < WARM_UP; seed++) randomRun(seed);
  const before = weighed();
  for (let seed = WARM_UP; seed < WARM_UP + RUNS; seed++) randomRun(seed);
  return [
    { name: 'growth of the heap in 1,000 random runs', value: weighed() - before, unit: 'MB', goal: { atMost: 0.5 } },
  ];
}
