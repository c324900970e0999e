import type { StatsFs } from 'node:fs';
import type { Readings } from '@lcdflow/core';
import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { disks } from './disks.ts';
import type { Files } from './files.ts';
import { sensors } from './sensors.ts';

const SPACE: StatsFs = { type: 0, bsize: 4096, blocks: 1000, bfree: 400, bavail: 300, files: 0, ffree: 0 };
const MOUNTS = `/dev/sda1 / ext4 rw 0 0\n${['/a', '/b', '/c'].map((path) => `nas:${path} ${path} nfs4 rw 0 0\n`).join('')}`;

/** Answers all but some, and those when told. */
function server(...dead: readonly string[]) {
  const hung = new Set(dead);
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const ask = (path: string) => {
    asked.push(path);
    return new Promise<StatsFs>((answer) => {
      if (hung.has(path)) waiting.push(() => answer(SPACE));
      else answer(SPACE);
    });
  };
  const revive = () => {
    hung.clear();
    for (const answer of waiting) answer();
  };
  return { asked, ask, revive };
}

const sharesOf = ({ disks = [] }: Readings) =>
  Object.fromEntries((disks as { mount: string; percent?: number }[]).map(({ mount, percent }) => [mount, percent]));
const FULL = 200 / 3;

test('a mount that hangs holds up no other, is asked once, and counts when it answers', async () => {
  clockAt(10_000);
  const one = machine();
  one.write('/proc/mounts', MOUNTS);
  const at = (path: string) => `${one.root}${path}`;
  const { asked, ask, revive } = server(at('/a'));
  const { watch, logged } = reading(disks({ ...one.files, at: (path) => (path === '/' ? '/' : at(path)) }, ask), {
    every: '10s',
  });
  const watching = watch();
  await vi.advanceTimersByTimeAsync(600);
  expect(sharesOf(watching.last)).toEqual({ '/': FULL, '/a': undefined, '/b': FULL, '/c': FULL });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked.filter((path) => path.endsWith('/a'))).toHaveLength(1);
  revive();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sharesOf(watching.last)).toMatchObject({ '/a': FULL });
  expect(logged).toEqual(['warn disks: no answer from /a', 'info disks: is back']);
});

test('when two mounts hang the others are left alone, for they would take the last threads', async () => {
  clockAt(10_000);
  const one = machine();
  one.write('/proc/mounts', MOUNTS);
  const { asked, ask } = server(`${one.root}/a`, `${one.root}/b`);
  const { watch, logged } = reading(disks(one.files, ask), { every: '10s' });
  const watching = watch();
  await vi.advanceTimersByTimeAsync(1200);
  expect(sharesOf(watching.last)).toEqual({ '/': FULL, '/a': undefined, '/b': undefined, '/c': undefined });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked.filter((path) => path !== `${one.root}/`)).toHaveLength(2);
  expect(sharesOf(watching.last)).toMatchObject({ '/': FULL });
  expect(logged).toEqual(['warn disks: no answer from /a, /b, /c']);
});

test('a chip on a dead bus holds up no other', async () => {
  clockAt(10_000);
  const notebook = machine('notebook');
  const files: Files = {
    ...notebook.files,
    slowText: (path) => (path.includes('hwmon4') ? new Promise(() => {}) : Promise.resolve(notebook.files.text(path))),
  };
  const { watch, logged } = reading(sensors(files), { every: '5s' } as never);
  const watching = watch();
  await vi.advanceTimersByTimeAsync(600);
  expect(watching.last).toMatchObject({ temperature: 61, fans: [], voltages: [{ name: 'BAT0', value: 11.785 }] });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(logged).toEqual(['warn sensors: no answer from thinkpad fan1']);
});
