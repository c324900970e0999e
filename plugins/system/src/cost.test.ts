import type { Readings } from '@lcdflow/core';
import { merge, type Observable, Subject } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { contextOnFakeClock } from '../test/watch.ts';
import { cpu } from './cpu.ts';
import { diskio } from './diskio.ts';
import { filesBelow } from './files.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';

/** Milliseconds that one sample of all may take when warm. */
const BUDGET = 0.3;

test.runIf(process.platform === 'linux')('a sample of five sources is cheap on this machine', () => {
  const ticks = new Subject<number>();
  const context = { ...contextOnFakeClock().context, ticks: () => ticks };
  const five = [cpu, memory, load, network, diskio].map((source): Observable<Readings> => {
    const { read } = source(filesBelow('/'));
    return read({ every: '200ms' }, context);
  });
  const subscription = merge(...five).subscribe();
  onTestFinished(() => subscription.unsubscribe());
  const samples = Array.from({ length: 400 }, (_, count) => {
    const start = performance.now();
    ticks.next(count * 1000);
    return performance.now() - start;
  });
  // Other work on the machine makes samples dear, never cheap: a fast quarter shows what the code costs.
  const [quarter] = samples.toSorted((a, b) => a - b).slice(samples.length / 4);
  expect(quarter).toBeLessThan(BUDGET);
});
