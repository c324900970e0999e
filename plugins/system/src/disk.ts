import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { defineSource } from '@lcdflow/core';
import { bytes, everyOption, percent, percentOf } from './describe.ts';
import { type Files, unreadable } from './files.ts';
import { pollSlowly } from './poll-slowly.ts';

/** Asks how full a file system is; never answers where a network server is away. */
export type AskFileSystem = (path: string) => Promise<StatsFs>;

/** How full a file system is, from statfs(2). */
export const disk = (files: Files, ask: AskFileSystem = (path) => statfs(path)) =>
  defineSource({
    name: 'disk',
    meaning: 'How full a file system is.',
    options: {
      type: 'object',
      properties: {
        path: {
          type: 'string',
          minLength: 1,
          default: '/',
          description: 'A folder on the file system.',
          examples: ['/', '/home'],
        },
        every: everyOption('10s'),
      },
      additionalProperties: false,
    },
    describe: {
      total: bytes('Size of the file system.'),
      used: bytes('Space in use.', 'total'),
      available: bytes('Space that users other than root can still fill.', 'total'),
      percent: percent('Used as a share of used + available, as `df` has it.'),
      inodes: percent('Share of the places for files in use; no value where there is no limit.'),
    },
    read: ({ path, every }, context) =>
      pollSlowly({ name: 'disk', every, context }, () =>
        ask(files.at(path)).then(
          (space) => ({ readings: spaceOf(space) }),
          (error) => {
            throw unreadable(path, error);
          },
        ),
      ),
  });

/** The readings of a file system. */
export function spaceOf({ bsize, blocks, bfree, bavail, files: inodes, ffree }: StatsFs) {
  const used = (blocks - bfree) * bsize;
  const available = bavail * bsize;
  const percent = percentOf(used, used + available);
  return { total: blocks * bsize, used, available, percent, inodes: percentOf(inodes - ffree, inodes) };
}
