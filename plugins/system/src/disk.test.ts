import type { StatsFs } from 'node:fs';
import { statfsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { disk } from './disk.ts';

// 1000 blocks of 4096 B: 600 in use, 400 free, of which root keeps 100.
const SPACE: StatsFs = { type: 0, bsize: 4096, blocks: 1000, bfree: 400, bavail: 300, files: 0, ffree: 0 };
const READINGS = { total: 4_096_000, used: 2_457_600, available: 1_228_800, percent: 200 / 3 };

/** A file system that answers when told. */
function fileSystem() {
  const asked: string[] = [];
  let settle: { answer(space: StatsFs): void; fail(error: Error): void } | undefined;
  const ask = (path: string) =>
    new Promise<StatsFs>((answer, fail) => {
      asked.push(path);
      settle = { answer, fail };
    });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return {
    ask,
    asked,
    answers: (space: StatsFs) => {
      settle!.answer(space);
      return settled();
    },
    fails: (code: string) => {
      settle!.fail(Object.assign(new Error(code), { code }));
      return settled();
    },
  };
}

test('tells how full it is, as df does', async () => {
  clockAt(10_000);
  const { ask, asked, answers } = fileSystem();
  const laptop = machine('laptop');
  const { watch } = reading(disk(laptop.files, ask), { path: '/home', every: '10s' });
  const watching = watch();
  expect(watching.seen).toEqual([]);
  await answers(SPACE);
  expect(watching.seen).toEqual([[10_000, READINGS]]);
  expect(asked).toEqual([`${laptop.root}/home`]);
});

test('a mount that hangs is asked once, whoever comes and goes', async () => {
  clockAt(10_000);
  const { ask, asked, answers } = fileSystem();
  const { logged, watch } = reading(disk(machine().files, ask), { path: '/mnt', every: '10s' });
  watch().stop();
  vi.advanceTimersByTime(500);
  const watching = watch();
  expect(watching.seen).toEqual([]);
  vi.advanceTimersByTime(30_000);
  expect(watching.seen).toEqual([[20_000, {}]]);
  expect(asked).toHaveLength(1);
  await answers(SPACE);
  expect(watching.last).toEqual(READINGS);
  vi.advanceTimersByTime(10_000);
  expect(asked).toHaveLength(2);
  expect(logged).toEqual(['warn disk: no answer yet: expected one within a second', 'info disk: is back']);
});

test('goes on after an error', async () => {
  clockAt(10_000);
  const { ask, answers, fails } = fileSystem();
  const { logged, watch } = reading(disk(machine().files, ask), { path: '/mnt', every: '10s' });
  const watching = watch();
  await fails('ENOENT');
  vi.advanceTimersByTime(10_000);
  await fails('ENOENT');
  vi.advanceTimersByTime(10_000);
  await answers(SPACE);
  expect(watching.seen).toEqual([
    [10_000, {}],
    [30_000, READINGS],
  ]);
  expect(logged).toEqual(['warn disk: /mnt: cannot be read: ENOENT', 'info disk: is back']);
});

test('asks the real system', async () => {
  const { root, files } = machine('laptop');
  const { readings } = reading(disk(files), { path: '/etc', every: '10s' });
  const { total } = await new Promise<{ total?: unknown }>((seen) => {
    const subscription = readings.subscribe((value) => {
      seen(value);
      queueMicrotask(() => subscription.unsubscribe());
    });
  });
  const { blocks, bsize } = statfsSync(root);
  expect(total).toBe(blocks * bsize);
});
