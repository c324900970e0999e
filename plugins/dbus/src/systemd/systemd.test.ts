import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { bench, listener } from '../../test/bench.ts';
import { busTest, type Daemon, daemon, none } from '../../test/daemon.ts';
import { fakeSystemd } from '../../test/fake-systemd.ts';
import { systemd } from './systemd.ts';

const SINCE = 1_763_000_000_000_000n;
const RUNS = { load: 'loaded', active: 'active', sub: 'running', since: SINCE };

async function withUnits(bus: Daemon) {
  const manager = await fakeSystemd(bus);
  manager.units.set('nginx.service', { ...RUNS });
  manager.units.set('backup.timer', { ...RUNS, sub: 'waiting', since: 0n });
  return manager;
}

busTest('the state of the manager and of units, and all that changes', async () => {
  const bus = await daemon();
  const manager = await withUnits(bus);
  const { watch, tick, logged } = bench(systemd, { address: bus.address, units: ['backup.timer', 'nginx', 'gone'] });
  const watching = watch();
  expect(await watching.until(() => true)).toEqual({
    ...{ state: 'running', failed: 0, jobs: 0, failedUnits: [], updated: 0, stale: false },
    units: [
      { name: 'backup.timer', description: 'The backup.timer', load: 'loaded', active: 'active', sub: 'waiting' },
      {
        ...{ name: 'nginx.service', description: 'The nginx.service', load: 'loaded', active: 'active' },
        sub: 'running',
        since: 1_763_000_000_000,
      },
      { name: 'gone.service', description: 'gone.service', load: 'not-found', active: 'inactive', sub: 'dead' },
    ],
  });
  expect(manager.asked[0]).toBe('Subscribe');
  const asked = manager.asked.length;
  for (let turn = 0; turn < 100; turn++) tick();
  expect(manager.asked).toHaveLength(asked);
  manager.system = { state: 'degraded', jobs: 0 };
  manager.change('nginx.service', { active: 'failed', sub: 'failed', since: SINCE + 5_000_000n });
  expect(await watching.until(({ failed }) => failed === 1)).toMatchObject({
    ...{ state: 'degraded', failedUnits: ['nginx.service'] },
    units: [{}, { active: 'failed', sub: 'failed', since: 1_763_000_005_000 }, {}],
  });
  manager.system = { state: 'starting', jobs: 2 };
  manager.signal('/org/freedesktop/systemd1', 'org.freedesktop.systemd1.Manager', 'JobNew', 'uos', [1, '/a', 'b']);
  await watching.until(({ jobs }) => jobs === 2);
  manager.units.set('gone.service', { ...RUNS });
  manager.system = { state: 'running', jobs: 0 };
  manager.signal('/org/freedesktop/systemd1', 'org.freedesktop.systemd1.Manager', 'UnitNew', 'so', ['b', '/a']);
  await watching.until(({ jobs }) => jobs === 0);
  expect(manager.asked.filter((method) => method === 'Subscribe')).toHaveLength(1);
  expect(logged).toEqual([]);
});

busTest('a storm of signals is a few surveys, and the last state is seen', async () => {
  const bus = await daemon();
  const manager = await withUnits(bus);
  const watching = bench(systemd, { address: bus.address, units: ['nginx'] }).watch();
  await watching.until(() => true);
  for (let turn = 0; turn <= 1_000; turn++) manager.change('nginx.service', { sub: `sub-${turn}` });
  const sub = ({ units }: { units?: unknown }) => (units as { sub: string }[])[0]!.sub;
  await watching.until((readings) => sub(readings) === 'sub-1000');
  expect(manager.asked.length).toBeLessThan(60);
});

busTest('systemd leaves and comes back', async () => {
  const bus = await daemon();
  const manager = await withUnits(bus);
  const { watch, logged } = bench(systemd, { address: bus.address, keep: '1h', units: [] });
  const watching = watch();
  await watching.until(({ state }) => state === 'running');
  manager.leave();
  expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ state: 'running' });
  await withUnits(bus);
  await watching.until(({ stale }) => stale === false);
  expect(logged).toEqual(['systemd: systemd has left the bus', 'systemd: is back']);
});

busTest('nobody is systemd, and one that refuses', async () => {
  const bus = await daemon();
  const { watch, logged } = bench(systemd, { address: bus.address, units: [] });
  expect(await watch().until(() => true)).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual(['systemd: expected systemd on the bus: nobody has its name']);
  const manager = await withUnits(bus);
  manager.refused.set('ListUnitsFiltered', 'org.freedesktop.DBus.Error.AccessDenied');
  const refused = bench(systemd, { address: bus.address, units: [] });
  await refused.watch().until(() => true);
  expect(refused.logged).toEqual(['systemd: org.freedesktop.systemd1: ListUnitsFiltered fails: AccessDenied']);
});

busTest('the greeting of the bus comes byte by byte, and nobody is systemd', async () => {
  const { socket } = await daemon();
  const path = await listener(async (client) => {
    const server = createConnection(socket).on('error', () => {});
    client.pipe(server);
    for await (const bytes of server) {
      for (const byte of bytes as Buffer) {
        client.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  });
  const { watch, logged } = bench(systemd, { address: `unix:path=${path}`, units: [] });
  await watch().until(() => true);
  expect(logged).toEqual(['systemd: expected systemd on the bus: nobody has its name']);
});

busTest('the daemon is killed and comes back', async () => {
  const bus = await daemon();
  await withUnits(bus);
  const { watch, logged } = bench(systemd, { address: bus.address, units: ['nginx'] });
  const watching = watch();
  await watching.until(({ state }) => state === 'running');
  await bus.kill();
  await watching.until(({ stale }) => stale === true);
  await bus.start();
  const manager = await withUnits(bus);
  await watching.until(({ state }) => state === 'running');
  manager.change('nginx.service', { active: 'failed' });
  await watching.until(({ failed }) => failed === 1);
  expect([logged[0], logged.at(-1)]).toEqual([`systemd: ${bus.socket}: has closed the connection`, 'systemd: is back']);
});

busTest('500 times watched and left, nothing is left', async () => {
  const bus = await daemon();
  const manager = await withUnits(bus);
  const asking = await bus.join();
  const { watch, logged } = bench(systemd, { address: bus.address, units: ['nginx'] });
  for (let turn = 0; turn < 500; turn++) {
    const watching = watch();
    if (turn % 10 === 0) await watching.until(() => true);
    else await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  manager.leave();
  await none(asking);
  expect(logged).toEqual([]);
});

test('names of units are checked in the config', () => {
  const { pattern } = systemd.options.properties.units!.items as { pattern: string };
  const isRight = (name: string) => new RegExp(pattern).test(name);
  expect(['nginx', 'getty@tty1.service', 'dev-disk-by\\x2duuid.swap'].every(isRight)).toBe(true);
  expect(['', 'a b', 'a/b', 'x'.repeat(256)].some(isRight)).toBe(false);
});
