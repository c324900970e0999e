import type { Source } from '@lcdflow/core';
import system from '@lcdflow/plugin-system';
import { merge, Subject } from 'rxjs';
import type { Figure } from './figure.ts';
import { log } from './log.ts';
import { median } from './median.ts';

const FIVE = ['cpu', 'memory', 'load', 'network', 'diskio'];
const SAMPLES = 400;

/** What one poll of the usual sources costs when everything is warm. */
export function sampling(): readonly Figure[] {
  const clock = new Subject<number>();
  const sources = system().sources!.filter(({ name }) => FIVE.includes(name));
  const read = ({ read: open }: Source) => open({ every: '1s' } as never, { ticks: () => clock, log });
  const polling = merge(...sources.map(read)).subscribe();
  const times = Array.from({ length: SAMPLES }, (_, count) => {
    const start = performance.now();
    clock.next(count * 1_000);
    return performance.now() - start;
  });
  polling.unsubscribe();
  return [
    {
      name: `a sample of ${FIVE.join(', ')}`,
      value: median(times.slice(SAMPLES / 2)),
      unit: 'ms',
      goal: { atMost: 0.3 },
    },
  ];
}
