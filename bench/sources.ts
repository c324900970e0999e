import type { Source } from '@lcdflow/core';
import system from '@lcdflow/plugin-system';
import { withDefaults } from '@lcdflow/testkit';
import { filter, merge, type Observable, Subject } from 'rxjs';
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

/** Of several spans the best is told: the others tell how busy the machine was. */
const [SPANS, SECONDS] = [3, 8];
/** Polls in quick succession before: V8 optimises what runs often. So many are a quarter of an hour. */
const [WARM_UP, QUICK] = [900, 20];

/** What all sources of system take of a core when each is asked once a second, processes and sensors too. */
export async function allSources(): Promise<readonly Figure[]> {
  const clock = new Subject<number>();
  const read = (source: Source) =>
    source.read(withDefaults(source.options, { every: '1s' }) as never, {
      ticks: (every) => multiples(clock, every),
      log: QUIET,
    });
  const polling = merge(...system().sources!.map(read)).subscribe();
  const poll = async (count: number, pause: number) => {
    clock.next(count * 1_000);
    await wait(pause);
  };
  for (let count = 0; count < WARM_UP; count++) await poll(count, QUICK);
  const shares: number[] = [];
  for (let span = 0; span < SPANS; span++) {
    const before = process.cpuUsage();
    for (let second = 0; second < SECONDS; second++) await poll(WARM_UP + span * SECONDS + second, 1_000);
    const { user, system: kernel } = process.cpuUsage(before);
    shares.push((user + kernel) / (SECONDS * 10_000));
  }
  polling.unsubscribe();
  const name = `all system readings at 1 Hz, best of ${SPANS}`;
  return [{ name, value: Math.min(...shares), unit: '% of a core', goal: { atMost: 0.5 } }];
}

/** The ticks a source asked for: `network` looks at addresses only every five seconds. */
const multiples = (clock: Observable<number>, every: number) => clock.pipe(filter((now) => now % every === 0));

/** What this machine does not have is no news here. */
const QUIET = { ...log, info: () => undefined, warn: () => undefined };

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
