import { cpus, loadavg } from 'node:os';
import { defineSource, LcdError, type ReadingDescription } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { poll } from './poll.ts';
import { countCores } from './proc-stat.ts';

const load1 = (meaning: string): ReadingDescription => ({ unit: '', range: [0, 'cores'], meaning });

/** Load averages, from /proc/loadavg. */
export const load = (files: Files) =>
  defineSource({
    name: 'load',
    meaning: 'How many threads run, want to run, or wait for a disk; it can be more than there are cores.',
    options: { type: 'object', properties: { every: everyOption('1s') }, additionalProperties: false },
    describe: {
      one: load1('Mean over about one minute.'),
      five: load1('Mean over about five minutes.'),
      fifteen: load1('Mean over about fifteen minutes.'),
      cores: plain('How many cores are online.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'load', every, context }, (now) => {
        const [one, five, fifteen, cores] = onLinuxOr(files, () => linuxLoad(files, now), otherLoad);
        return { one, five, fifteen, cores };
      }),
  });

function linuxLoad(files: Files, now: number) {
  const means = parseLoad(files.text('/proc/loadavg'));
  if (means === undefined) throw new LcdError('protocol', '/proc/loadavg: expected three numbers');
  return [...means, countCores(files.textAt('/proc/stat', now))];
}

/** What every system tells. */
const otherLoad = () => [...loadavg(), cpus().length];

/** The three means of /proc/loadavg; `undefined` when they are not there. */
export function parseLoad(text: string): readonly number[] | undefined {
  return /^(\d{1,20}\.\d\d) (\d{1,20}\.\d\d) (\d{1,20}\.\d\d)\b/.exec(text)?.slice(1).map(Number);
}
