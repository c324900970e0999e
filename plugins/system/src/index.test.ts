import { loadavg, totalmem, uptime } from 'node:os';
import type { Readings, Source } from '@lcdflow/core';
import { withDefaults } from '@lcdflow/testkit';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { machine } from '../test/machine.ts';
import { contextOnFakeClock } from '../test/watch.ts';
import system from './index.ts';

const sources = (root?: string): readonly Source[] => system(root === undefined ? {} : { root }).sources!;

/** The first readings of a source with its default options. */
function first(source: Source, context = contextOnFakeClock().context): Promise<Readings> {
  return firstValueFrom(source.read(withDefaults(source.options, {}) as never, context));
}

test('is a plugin of these sources', () => {
  expect(system()).toMatchObject({ name: 'system', apiVersion: 1 });
  expect(sources().map(({ name }) => name)).toEqual(
    (
      'cpu frequency memory swap load pressure uptime host os processes top users descriptors ' +
      'disk disks diskio drives network wireless temperature sensors battery'
    ).split(' '),
  );
});

test.each(sources().map((source) => [source.name, source] as const))('%s says what its readings mean', (_, source) => {
  for (const { meaning, range } of Object.values(source.describe)) {
    expect(meaning).toMatch(/^[`A-Z].*\.$/);
    if (typeof range?.[1] === 'string') expect(Object.keys(source.describe)).toContain(range[1]);
  }
});

test('takes a folder as its machine', async () => {
  const [host] = sources(machine('laptop').root).filter(({ name }) => name === 'host');
  expect(await first(host!)).toMatchObject({ name: 'larch' });
});

test('agrees with node:os about this machine', async () => {
  const names = ['memory', 'load', 'uptime', 'processes'];
  const [memory, load, up, processes] = await Promise.all(
    names.map((name) => first(sources().find((source) => source.name === name)!)),
  );
  if (process.platform === 'linux') expect(processes!.count).toBeGreaterThan(0);
  expect(Number(memory!.total) / totalmem()).toBeCloseTo(1, 1);
  expect(Math.abs(Number(load!.one) - loadavg()[0]!)).toBeLessThan(1);
  expect(Math.abs(Number(up!.seconds) - uptime())).toBeLessThan(5);
});
