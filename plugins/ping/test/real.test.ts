import { existsSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { asPing, bench } from './bench.ts';

const isThere = ['/usr/bin/ping', '/bin/ping'].some((path) => existsSync(path));

test.skipIf(!isThere)('ping (needs apt-get install iputils-ping): this machine answers', async () => {
  const { watch, logged } = bench({ every: '200ms' });
  const readings = await watch().until(({ jitter }) => jitter !== undefined);
  expect(readings).toMatchObject({ reachable: true, loss: 0, stale: false });
  expect(readings.latency).toBeGreaterThan(0);
  expect(readings.latency).toBeLessThan(1_000);
  expect(logged).toEqual([]);
});

test.skipIf(!isThere)('ping (needs apt-get install iputils-ping): a name nobody knows is told', async () => {
  const { watch, logged } = bench({ host: 'nowhere.invalid' });
  await watch().until(({ stale }) => stale === true);
  expect(logged).toEqual([expect.stringMatching(/^ping: (ping: )?nowhere\.invalid: /)]);
});

const BUSYBOX = ['/usr/bin/busybox', '/bin/busybox'].find(existsSync);
// Not every kernel lets others ask.
const isRoot = process.getuid?.() === 0;

test.skipIf(BUSYBOX === undefined || !isRoot)(
  'the ping of BusyBox (needs root, and apt-get install busybox): this machine answers',
  async () => {
    const { watch, logged } = bench({ every: '200ms' }, asPing(BUSYBOX!));
    const watching = watch();
    expect(await watching.until(({ jitter }) => jitter !== undefined)).toMatchObject({ reachable: true, loss: 0 });
    expect(logged).toEqual([]);
    const nowhere = bench({ host: 'nowhere.invalid' }, asPing(BUSYBOX!));
    await nowhere.watch().until(({ stale }) => stale === true);
    expect(nowhere.logged).toEqual([expect.stringMatching(/^ping: (ping: )?bad address 'nowhere\.invalid'/)]);
  },
);
