import { uptime as systemUptime } from 'node:os';
import { defineSource, LcdError } from '@lcdflow/core';
import { everyOption } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { poll } from './poll.ts';

/** How long the machine has been up, from /proc/uptime. */
export const uptime = (files: Files) =>
  defineSource({
    name: 'uptime',
    meaning: 'How long the machine has been up.',
    options: { type: 'object', properties: { every: everyOption('1s') }, additionalProperties: false },
    describe: {
      seconds: { unit: 's', meaning: 'Whole seconds since the machine started, sleep included.' },
      booted: { unit: 'ms', meaning: 'When it started, by its clock now: milliseconds since 1970, good to a second.' },
    },
    read: ({ every }, context) => {
      const steady = steadyWithin(1000);
      return poll({ name: 'uptime', every, context }, (now) => {
        const seconds = onLinuxOr(files, () => linuxUptime(files), systemUptime);
        return { seconds: Math.floor(seconds), booted: steady(Math.round(now - seconds * 1000)) };
      });
    },
  });

function linuxUptime(files: Files): number {
  const seconds = parseUptime(files.text('/proc/uptime'));
  if (seconds === undefined) throw new LcdError('protocol', '/proc/uptime: expected a number');
  return seconds;
}

/** Seconds of /proc/uptime; `undefined` when they are not there. */
export function parseUptime(text: string): number | undefined {
  const seconds = /^(\d{1,20}\.\d\d)\b/.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

/** Holds a number that trembles, until it has moved by `most` or more: the clock was set. */
function steadyWithin(most: number): (value: number) => number {
  let held = Number.NEGATIVE_INFINITY;
  return (value) => {
    if (Math.abs(value - held) >= most) held = value;
    return held;
  };
}
