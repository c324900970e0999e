import type { Plugin, Readings, Source } from '@lcdflow/core';
import { map } from 'rxjs';

/** From 0 to 1, up and down in a way that looks alive and is always the same; `pace` is how fast, in 1/s. */
function wave(now: number, pace: number): number {
  const s = now / 1_000;
  const sum = 3 * Math.sin(s * pace) + 2 * Math.sin(s * pace * 2.7 + 1) + Math.sin(s * pace * 7.3 + 2);
  return (sum + 6) / 12;
}

const GB = 1e9;
const percentOf = (used: number, total: number): Readings => ({ total, used, percent: (100 * used) / total });

/** A program at work: `share` of its time as busy as `pace` makes it. */
const program = (name: string, now: number, pace: number, share: number, memory: number): Readings => ({
  name,
  cpu: 100 * share * wave(now, pace),
  memory,
});

const traffic = (now: number): Readings => ({ receive: 3e6 * wave(now, 0.17), transmit: 4e5 * wave(now, 0.23) });

/** What a machine that is at work tells at a moment, by the name of the source. */
const TOLD: Readonly<Record<string, (now: number) => Readings>> = {
  cpu: (now) => ({
    ...{ busy: 100 * wave(now, 0.11), user: 70 * wave(now, 0.11), system: 30 * wave(now, 0.11) },
    count: 4,
    cores: [0.13, 0.19, 0.07, 0.29].map((pace) => ({ busy: 100 * wave(now, pace) })),
  }),
  memory: (now) => percentOf((5 + 2 * wave(now, 0.02)) * GB, 16 * GB),
  swap: () => percentOf(0.4 * GB, 4 * GB),
  load: (now) => ({ one: 4 * wave(now, 0.05), five: 1.7, fifteen: 1.2, cores: 4 }),
  top: (now) => ({
    processes: [program('node', now, 0.11, 1, 0.4 * GB), program('firefox', now, 0.17, 0.5, 2.1 * GB)],
  }),
  network: (now) => ({
    ...traffic(now),
    interfaces: [
      { name: 'eth0', ...traffic(now) },
      { name: 'wlan0', receive: 1_200, transmit: 300 },
    ],
  }),
  disk: () => percentOf(310 * GB, 500 * GB),
  disks: () => ({
    disks: [
      { mount: '/', ...percentOf(310 * GB, 500 * GB) },
      { mount: '/home', ...percentOf(1_460 * GB, 2_000 * GB) },
    ],
  }),
  temperature: (now) => ({ celsius: 45 + 30 * wave(now, 0.03), critical: 95 }),
};

const lively = (source: Source): Source => {
  const told = TOLD[source.name];
  return told ? { ...source, read: (_, { ticks }) => ticks(1_000).pipe(map(told)) } : source;
};

/** The sources of a plugin, on a machine that is at work; those that are not known here stay as they are. */
export const livelyPlugin = (plugin: Plugin): Plugin =>
  plugin.sources ? { ...plugin, sources: plugin.sources.map(lively) } : plugin;
