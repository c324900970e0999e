import { defineSource, LcdError } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { poll } from './poll.ts';
import { statNumber } from './proc-stat.ts';
import { processIds } from './process-ids.ts';

/** How many programs there are, from the names in /proc and from /proc/stat. */
export const processes = (files: Files) =>
  defineSource({
    name: 'processes',
    meaning: 'How many programs there are and what they are at.',
    options: { type: 'object', properties: { every: everyOption('5s') }, additionalProperties: false },
    describe: {
      count: plain('Processes (not threads) that this user may see, those of the kernel included.'),
      running: plain('Threads that run or want to run; at least 1, for it measures itself.'),
      blocked: plain('Threads that wait for a disk.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'processes', every, context }, (now) => {
        const count = processIds(files, now).length;
        const stat = files.textAt('/proc/stat', now);
        const running = statNumber(stat, 'procs_running');
        const blocked = statNumber(stat, 'procs_blocked');
        if (running === undefined) throw new LcdError('protocol', '/proc/stat: expected a line `procs_running`');
        return { count, running, blocked };
      }),
  });
