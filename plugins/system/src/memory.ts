import { freemem, totalmem } from 'node:os';
import { defineSource, LcdError } from '@lcdflow/core';
import { bytes, everyOption, percent, percentOf } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { amountIn } from './meminfo.ts';
import { poll } from './poll.ts';

/** Main memory, from /proc/meminfo. */
export const memory = (files: Files) =>
  defineSource({
    name: 'memory',
    meaning: 'Main memory.',
    options: { type: 'object', properties: { every: everyOption('1s') }, additionalProperties: false },
    describe: {
      total: bytes('All memory the kernel can use.'),
      used: bytes('Memory that programs cannot get: total - available.', 'total'),
      free: bytes('Memory nobody uses for anything.', 'total'),
      available: bytes('Memory that programs can get without swapping.', 'total'),
      cached: bytes('Copies of files, and kernel memory that can be taken back.', 'total'),
      buffers: bytes('Copies of raw disk blocks.', 'total'),
      percent: percent('Used as a share of total.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'memory', every, context }, (now) => {
        const amounts = onLinuxOr(files, () => linuxMemory(files, now), otherMemory);
        const used = Math.max(0, amounts.total - amounts.available);
        return { ...amounts, used, percent: percentOf(used, amounts.total) };
      }),
  });

interface Amounts {
  readonly total: number;
  readonly free: number;
  readonly available: number;
  readonly cached: number | undefined;
  readonly buffers: number | undefined;
}

function linuxMemory(files: Files, now: number): Amounts {
  const meminfo = files.textAt('/proc/meminfo', now);
  const amount = (name: string) => amountIn(meminfo, name);
  const total = amount('MemTotal');
  const free = amount('MemFree');
  if (total === undefined || free === undefined)
    throw new LcdError('protocol', '/proc/meminfo: expected lines `MemTotal` and `MemFree`');
  const buffers = amount('Buffers');
  const cached = (amount('Cached') ?? 0) + (amount('SReclaimable') ?? 0);
  // Kernels before 3.14 do not say what is available.
  const available = amount('MemAvailable') ?? free + (buffers ?? 0) + cached;
  return { total, free, available, cached, buffers };
}

/** What every system tells. */
const otherMemory = (): Amounts => ({
  total: totalmem(),
  free: freemem(),
  available: freemem(),
  cached: undefined,
  buffers: undefined,
});
