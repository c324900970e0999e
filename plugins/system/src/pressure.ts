import { defineSource, LcdError } from '@lcdflow/core';
import { everyOption, percent } from './describe.ts';
import type { Files } from './files.ts';
import { poll } from './poll.ts';

const SECONDS = { '10s': 'avg10', '60s': 'avg60', '300s': 'avg300' } as const;

/** How much time programs lose waiting, from /proc/pressure (kernel documentation, accounting/psi). */
export const pressure = (files: Files) =>
  defineSource({
    name: 'pressure',
    meaning: 'Share of the time in which programs could not go on for want of something.',
    options: {
      type: 'object',
      properties: {
        over: { type: 'string', enum: ['10s', '60s', '300s'], default: '10s', description: 'The time of the mean.' },
        every: everyOption('2s'),
      },
      additionalProperties: false,
    },
    describe: {
      cpu: percent('Time in which some program waited for the processor.'),
      memory: percent('Time in which some program waited for memory.'),
      io: percent('Time in which some program waited for a disk.'),
      'full.memory': percent('Time in which all programs waited for memory.'),
      'full.io': percent('Time in which all programs waited for a disk.'),
    },
    read: ({ over, every }, context) =>
      poll({ name: 'pressure', every, context }, () => {
        const [cpu, memory, io] = ['cpu', 'memory', 'io'].map((what) => parsePressure(pressureText(files, what)));
        const mean = SECONDS[over];
        return {
          cpu: cpu?.get(`some ${mean}`),
          memory: memory?.get(`some ${mean}`),
          io: io?.get(`some ${mean}`),
          full: { memory: memory?.get(`full ${mean}`), io: io?.get(`full ${mean}`) },
        };
      }),
  });

function pressureText(files: Files, what: string): string {
  if (files.exists('/proc') && !files.exists('/proc/pressure'))
    throw new LcdError('not-found', 'no /proc/pressure: kernel without PSI or older than 4.20');
  try {
    return files.text(`/proc/pressure/${what}`);
  } catch (error) {
    const { cause } = error as LcdError;
    // Debian and others build it in and leave it off.
    const isOff = cause instanceof Error && 'code' in cause && cause.code === 'EOPNOTSUPP';
    throw isOff ? new LcdError('not-found', 'PSI is off: boot the kernel with psi=1') : error;
  }
}

/** Means by line and name: `some avg10`. Those that are none are passed over. */
export function parsePressure(text: string): ReadonlyMap<string, number> {
  const means = new Map<string, number>();
  for (const [, who, fields] of text.matchAll(/^(some|full) (.*)$/gm))
    for (const [, mean, share] of fields!.matchAll(/\b(avg\d+)=(\d{1,3}\.\d\d)\b/g))
      means.set(`${who} ${mean}`, Math.min(100, Number(share)));
  return means;
}
