import { defineSource, LcdError } from '@lcdflow/core';
import { bytes, everyOption, percent, percentOf } from './describe.ts';
import type { Files } from './files.ts';
import { amountIn } from './meminfo.ts';
import { poll } from './poll.ts';

/** Swap space, from /proc/meminfo. */
export const swap = (files: Files) =>
  defineSource({
    name: 'swap',
    meaning: 'Swap space.',
    options: { type: 'object', properties: { every: everyOption('1s') }, additionalProperties: false },
    describe: {
      total: bytes('All swap space; 0 when there is none.'),
      used: bytes('Swap space in use.', 'total'),
      free: bytes('Swap space not in use.', 'total'),
      percent: percent('Used as a share of total; no value when there is no swap space.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'swap', every, context }, (now) => {
        const meminfo = files.textAt('/proc/meminfo', now);
        const total = amountIn(meminfo, 'SwapTotal');
        const free = amountIn(meminfo, 'SwapFree');
        if (total === undefined || free === undefined)
          throw new LcdError('protocol', '/proc/meminfo: expected lines `SwapTotal` and `SwapFree`');
        const used = Math.max(0, total - free);
        return { total, used, free, percent: percentOf(used, total) };
      }),
  });
