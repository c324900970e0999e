import { execFileSync, spawnSync } from 'node:child_process';
import type { Readings, Source } from '@lcdflow/core';
import { withDefaults } from '@lcdflow/testkit';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import system from '../src/index.ts';
import { contextOnFakeClock } from './watch.ts';

/** Whether the programs of a package are there. */
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const printed = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();

/** What a source first says of this machine. */
function first(name: string): Promise<Readings> {
  const source: Source = system().sources!.find((one) => one.name === name)!;
  return firstValueFrom(source.read(withDefaults(source.options, {}) as never, contextOnFakeClock().context));
}

/** Both were asked one after the other: memory and files come and go meanwhile. */
const near = (value: unknown, other: number, most: number) =>
  expect(Math.abs(Number(value) - other)).toBeLessThanOrEqual(most);

test.skipIf(!has('free'))('memory and swap agree with free (needs apt-get install procps)', async () => {
  const [, line, swapLine] = printed('free', '-b').split('\n');
  const [total, used, , , , available] = line!.trim().split(/\s+/).slice(1).map(Number);
  const [swapTotal] = swapLine!.trim().split(/\s+/).slice(1).map(Number);
  const memory = await first('memory');
  expect(memory.total).toBe(total);
  near(memory.available, available!, total! / 20);
  near(memory.used, used!, total! / 10);
  expect((await first('swap')).total).toBe(swapTotal);
});

test.skipIf(!has('df'))('disks agree with df', async () => {
  const [, line] = printed('df', '--output=size,used,avail,pcent,ipcent', '-B1', '/').split('\n');
  const [size, used, available, percent, inodes] = line!
    .trim()
    .split(/\s+/)
    .map((word) => Number.parseInt(word, 10));
  const { disks } = (await first('disks')) as { disks: Readings[] };
  for (const root of [await first('disk'), disks.find(({ mount }) => mount === '/')!]) {
    expect(root.total).toBe(size);
    near(root.used, used!, size! / 100);
    near(root.available, available!, size! / 100);
    near(root.percent, percent!, 1.5);
    if (!Number.isNaN(inodes)) near(root.inodes, inodes!, 1.5);
  }
});

test.skipIf(!has('ps'))('top knows the processes of ps (needs apt-get install procps)', async () => {
  const names = new Set(
    printed('ps', '-eo', 'pid=,comm=')
      .split('\n')
      .map((line) => line.trim().replace(/\s+/, ' ')),
  );
  const { processes } = (await first('top')) as { processes: { id: number; name: string }[] };
  expect(processes).toHaveLength(5);
  expect(processes.filter(({ id, name }) => names.has(`${id} ${name}`)).length).toBeGreaterThanOrEqual(3);
});

test.skipIf(!has('vmstat'))(
  'processes and cores agree with vmstat and nproc (needs apt-get install procps)',
  async () => {
    const { cores } = await first('load');
    expect(cores).toBe(Number(printed('nproc', '--all')));
    const [, blocked] = printed('vmstat').split('\n').at(-1)!.trim().split(/\s+/).map(Number);
    near((await first('processes')).blocked, blocked!, 20);
  },
);
