import type { Readings } from '@lcdflow/core';
import { concat, defer, of, Subject } from 'rxjs';
import { expect, onTestFinished } from 'vitest';
import { gpu } from '../src/gpu.ts';

/** The source with these options, on a clock that is moved by hand. */
export function watch(root: string, options: { readonly card?: string } = {}) {
  const [seen, logged, later]: [Readings[], string[], Subject<number>] = [[], [], new Subject()];
  const write = (message: string) => logged.push(message);
  let now = 1_000_000;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const log = { debug: write, info: write, warn: write, error: write };
  const readings = gpu(root).read({ every: '1s', ...options }, { ticks, log });
  const subscription = readings.subscribe((value) => seen.push(value));
  const stop = () => subscription.unsubscribe();
  onTestFinished(stop);
  const count = async (most: number): Promise<Readings> => {
    await expect.poll(() => seen.length, { interval: 5, timeout: 5_000 }).toBeGreaterThanOrEqual(most);
    return seen.at(-1)!;
  };
  const tick = (ms = 1000): void => {
    now += ms;
    later.next(now);
  };
  return { seen, logged, count, tick, stop };
}
