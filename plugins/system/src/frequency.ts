import { type Attempt, defineSource, LcdError, type ReadingDescription } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { pollSlowly } from './poll-slowly.ts';

const POLICIES = '/sys/devices/system/cpu/cpufreq';

const hertz = (meaning: string): ReadingDescription => ({ unit: 'Hz', meaning });

/** How fast the processor is clocked, from cpufreq (kernel documentation, admin-guide/pm/cpufreq) or /proc/cpuinfo. */
export const frequency = (files: Files) =>
  defineSource({
    name: 'frequency',
    meaning: 'How fast the processor is clocked.',
    options: { type: 'object', properties: { every: everyOption('5s') }, additionalProperties: false },
    describe: {
      mean: { unit: 'Hz', range: [0, 'most'], meaning: 'Mean of all cores.' },
      highest: { unit: 'Hz', range: [0, 'most'], meaning: 'That of the fastest core now.' },
      most: hertz('The most the processor can do; no value when it does not say.'),
      governor: plain('Who decides, such as `powersave` or `schedutil`; no value when nobody does.'),
      'cores[].frequency': hertz('That of core 0, 1, 2 … by itself.'),
    },
    read: ({ every }, context) => pollSlowly({ name: 'frequency', every, context }, () => measure(files)),
  });

async function measure(files: Files): Promise<Attempt> {
  const policies = files.names(POLICIES).filter((name) => /^policy\d+$/.test(name));
  const cores: (number | undefined)[] = [];
  for (const policy of policies) {
    const now = await kilohertz(files, `${POLICIES}/${policy}/scaling_cur_freq`);
    for (const core of coresOf(await slowLine(files, `${POLICIES}/${policy}/affected_cpus`))) cores[core] = now;
  }
  const told = cores.some((value) => value !== undefined)
    ? cores
    : parseMegahertz(await slowLine(files, '/proc/cpuinfo'));
  const known = told.filter((value) => value !== undefined);
  if (known.length === 0)
    throw new LcdError('not-found', `no cpufreq and no "cpu MHz" in /proc/cpuinfo: ${whyNot(files)}`);
  const first = `${POLICIES}/${policies[0]}`;
  const most = await Promise.all(policies.map((name) => kilohertz(files, `${POLICIES}/${name}/cpuinfo_max_freq`)));
  const limits = most.filter((value) => value !== undefined);
  return {
    readings: {
      mean: known.reduce((sum, value) => sum + value, 0) / known.length,
      highest: Math.max(...known),
      most: limits.length === 0 ? undefined : Math.max(...limits),
      governor: policies.length === 0 ? undefined : (await slowLine(files, `${first}/scaling_governor`)) || undefined,
      cores: Array.from(told, (value) => ({ frequency: value })),
    },
  };
}

const whyNot = (files: Files) =>
  files.exists('/proc') ? 'the firmware sets the clock, or a virtual machine' : 'only Linux has them';

/** Nothing for a file that is missing or a core that is asleep. */
const slowLine = (files: Files, path: string): Promise<string> =>
  files.slowText(path).then(
    (text) => text.trim(),
    () => '',
  );

async function kilohertz(files: Files, path: string): Promise<number | undefined> {
  const text = await slowLine(files, path);
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) * 1000 : undefined;
}

/** `0 1 2 3`. */
const coresOf = (text: string): readonly number[] =>
  text
    .split(/\s+/)
    .filter((word) => /^\d{1,4}$/.test(word))
    .map(Number);

/** The clock of each core in Hz as x86 kernels tell it. */
export const parseMegahertz = (cpuinfo: string): (number | undefined)[] =>
  [...cpuinfo.matchAll(/^cpu MHz\s*: (\d{1,6}\.\d+)$/gm)].map(([, megahertz]) => Math.round(Number(megahertz) * 1e6));
