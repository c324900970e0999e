import { defineSource, LcdError } from '@lcdflow/core';
import { everyOption, percent, percentOf, plain } from './describe.ts';
import { type Files, lineOf } from './files.ts';
import { poll } from './poll.ts';

/** A limit that nobody can reach stands for none: since Linux 5.8 it is the largest number there is. */
const NO_LIMIT = 2 ** 52;

/** How many files are open, from /proc/sys/fs (kernel documentation, admin-guide/sysctl/fs). */
export const descriptors = (files: Files) =>
  defineSource({
    name: 'descriptors',
    meaning: 'How many files, pipes and sockets all programs have open.',
    options: { type: 'object', properties: { every: everyOption('5s') }, additionalProperties: false },
    describe: {
      used: plain('How many are open.'),
      most: plain('How many may be open; no value when there is no limit.'),
      percent: percent('Used as a share of most; no value when there is no limit.'),
      inodes: plain('How many files the kernel knows of at the moment.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'descriptors', every, context }, () => {
        const [used, unused, most] = numbersOf(files.text('/proc/sys/fs/file-nr'));
        if (used === undefined || unused === undefined)
          throw new LcdError('protocol', '/proc/sys/fs/file-nr: expected three numbers');
        const limit = most === undefined || most > NO_LIMIT ? undefined : most;
        const [inodes] = numbersOf(lineOf(files, '/proc/sys/fs/inode-nr') ?? '');
        const open = used - unused;
        return { used: open, most: limit, percent: limit === undefined ? undefined : percentOf(open, limit), inodes };
      }),
  });

const numbersOf = (text: string): readonly number[] => (text.match(/\b\d{1,20}\b/g) ?? []).map(Number);
