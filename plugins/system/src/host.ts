import { hostname } from 'node:os';
import { defineSource } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { poll } from './poll.ts';

/** The machine's name, from the kernel. */
export const host = (files: Files) =>
  defineSource({
    name: 'host',
    meaning: 'What the machine is called.',
    options: { type: 'object', properties: { every: everyOption('1h') }, additionalProperties: false },
    describe: { name: plain('The host name.') },
    read: ({ every }, context) =>
      poll({ name: 'host', every, context }, () => ({
        name: onLinuxOr(files, () => files.text('/proc/sys/kernel/hostname').trim(), hostname),
      })),
  });
