import { cpus } from 'node:os';
import { defineSource, LcdError } from '@lcdflow/core';
import { everyOption, percent, plain } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { type Counters, growthSinceLast } from './growth.ts';
import { poll } from './poll.ts';
import { type CpuTimes, parseCpuTimes } from './proc-stat.ts';

/** How busy the processor is, from /proc/stat. */
export const cpu = (files: Files) =>
  defineSource({
    name: 'cpu',
    meaning: 'How busy the processor is, over the time since the measurement before.',
    options: { type: 'object', properties: { every: everyOption('1s') }, additionalProperties: false },
    describe: {
      busy: percent('Time not idle: at work or taken by the host, all cores together.'),
      user: percent('Time at work for programs, niced ones and guests included.'),
      system: percent('Time at work for the kernel, interrupts included.'),
      iowait: percent('Idle time while something waited for a disk.'),
      count: plain('How many cores are online.'),
      'cores[].busy': percent('The same as `busy` for core 0, 1, 2 …; a core that is offline has no value.'),
    },
    read: ({ every }, context) => {
      const grow = growthSinceLast<keyof CpuTimes>();
      return poll({ name: 'cpu', every, context, twice: true }, (now) => {
        const times = onLinuxOr(files, () => linuxTimes(files, now), otherTimes);
        const { grown } = grow(now, times);
        const cores = [...times.keys()].filter((name) => name !== 'cpu');
        return { ...shares(grown.get('cpu')), count: cores.length, cores: coresByNumber(cores, grown) };
      });
    },
  });

function linuxTimes(files: Files, now: number): Map<string, CpuTimes> {
  const times = parseCpuTimes(files.textAt('/proc/stat', now));
  if (!times.has('cpu')) throw new LcdError('protocol', '/proc/stat: expected a line `cpu` with four numbers or more');
  return times;
}

/** What every system tells, without waiting for I/O. */
function otherTimes(): Map<string, CpuTimes> {
  const cores = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({
    user: user + nice,
    system: sys + irq,
    steal: 0,
    rest: idle,
  }));
  const sum = (key: 'user' | 'system' | 'rest') => cores.reduce((all, core) => all + core[key], 0);
  const all = { user: sum('user'), system: sum('system'), steal: 0, rest: sum('rest') };
  return new Map([['cpu', all], ...cores.map((core, number) => [`cpu${number}`, core] as const)]);
}

const UNKNOWN = { busy: undefined, user: undefined, system: undefined, iowait: undefined };

function shares(grown: Counters<keyof CpuTimes> = {}) {
  const { user, system, steal, rest, iowait } = grown;
  if (user === undefined || system === undefined || steal === undefined || rest === undefined) return UNKNOWN;
  const total = user + system + steal + rest;
  if (total === 0) return UNKNOWN;
  const share = (ticks: number) => (ticks * 100) / total;
  return {
    busy: share(total - rest),
    user: share(user),
    system: share(system),
    iowait: iowait === undefined ? undefined : share(Math.min(iowait, rest)),
  };
}

function coresByNumber(names: readonly string[], grown: ReadonlyMap<string, Counters<keyof CpuTimes>>) {
  const numbers = names.map((name) => Number(name.slice(3)));
  const length = Math.max(-1, ...numbers) + 1;
  return Array.from({ length }, (_, number) => ({ busy: shares(grown.get(`cpu${number}`)).busy }));
}
