import { expect, test } from 'vitest';
import { bench, folder } from '../test/bench.ts';
import { entry, fakeEngine, idOf, statistics } from '../test/fake-engine.ts';
import { containers } from './containers.ts';
import { socketPlaces } from './socket.ts';

const on = (options: object) => bench(containers('/', []), options);

test('containers are listed at once and when something happens to one', async () => {
  const engine = await fakeEngine();
  engine.list = [entry(2, 'web', 'running', 'Up 3 hours (healthy)'), entry(1, 'db', 'exited', 'Exited (0) 2 days ago')];
  const { watch, logged } = on({ socket: engine.socket });
  const watching = watch();
  const none = { cpu: undefined, memory: undefined };
  expect(await watching.until(() => true)).toEqual({
    ...{ running: 1, paused: 0, stopped: 1, unhealthy: 0, total: 2, updated: 0, stale: false },
    containers: [
      { name: 'db', image: 'db:latest', state: 'exited', status: 'Exited (0) 2 days ago', health: undefined, ...none },
      {
        name: 'web',
        image: 'web:latest',
        state: 'running',
        status: 'Up 3 hours (healthy)',
        health: 'healthy',
        ...none,
      },
    ],
  });
  engine.list = [
    entry(2, 'web', 'running', 'Up 3 hours (unhealthy)'),
    entry(3, 'x', 'paused'),
    entry(4, 'y', 'created'),
  ];
  engine.event('health_status: unhealthy', 2);
  expect(await watching.until(() => true)).toMatchObject({ running: 1, paused: 1, stopped: 1, unhealthy: 1, total: 3 });
  expect(engine.asked).toEqual(['/events?filters={"type":["container"]}', ...Array(2).fill('/containers/json?all=1')]);
  expect(logged).toEqual([]);
});

test('what people do inside a container, garbage and half lines list nothing anew; a line in pieces does', async () => {
  const engine = await fakeEngine();
  const { watch, logged } = on({ socket: engine.socket });
  const watching = watch();
  await watching.until(() => true);
  engine.event('exec_create: /bin/sh -c true');
  engine.event('exec_start: /bin/sh -c true');
  engine.raw(`\0\xff{"Action"\nnull\n[]\n${'x'.repeat(200_000)}\n{"Action":"sta`);
  engine.list = [entry(1, 'web')];
  await new Promise((resolve) => engine.listeners.forEach((listener) => void listener.write('', resolve)));
  expect(watching.seen).toHaveLength(1);
  engine.raw('rt"}\n');
  expect(await watching.until(() => true)).toMatchObject({ total: 1 });
  expect([watching.seen.length, logged]).toEqual([2, []]);
});

test('a storm of events is a few lists, and the last state is seen', async () => {
  const engine = await fakeEngine();
  const { watch } = on({ socket: engine.socket });
  const watching = watch();
  await watching.until(() => true);
  for (let turn = 0; turn < 1_000; turn++) {
    engine.list = [entry(turn + 1, `c${turn}`)];
    engine.event('start', turn);
  }
  const last = ({ containers: all }: { containers?: unknown }) => (all as { name: string }[])[0]?.name === 'c999';
  await watching.until(last);
  expect(engine.asked.length).toBeLessThan(10);
});

test('CPU and memory as from one sample to the next, of those that run', async () => {
  const engine = await fakeEngine();
  engine.list = [entry(1, 'web'), entry(2, 'db', 'exited')];
  engine.stats = statistics(1e9, 100e9);
  const { watch, tick, logged } = on({ socket: engine.socket, stats: true, images: true });
  const watching = watch();
  const web = ({ containers: all }: { containers?: unknown }) => (all as object[]).at(-1);
  const first = await watching.until(() => true);
  expect(web(first)).toMatchObject({ name: 'web', cpu: undefined, memory: 40_000_000 });
  expect(first).toMatchObject({ images: 3 });
  engine.stats = statistics(1.5e9, 102e9);
  tick();
  expect(web(await watching.until(() => true))).toMatchObject({ cpu: 50 });
  engine.stats = statistics(0, 0);
  engine.event('start', 2);
  expect(web(await watching.until(() => true))).toMatchObject({ cpu: 50 });
  expect(engine.asked.filter((path) => path.includes('stats'))).toEqual(
    Array(2).fill(`/containers/${idOf(1)}/stats?stream=false&one-shot=1`),
  );
  expect(logged).toEqual([]);
});

test('at most four are measured at a time; one that has gone is no problem', async () => {
  const engine = await fakeEngine();
  engine.list = Array.from({ length: 20 }, (_, index) => entry(index + 1, `c${index}`));
  let [now, most] = [0, 0];
  for (let number = 1; number <= 20; number++)
    engine.instead.set(`/containers/${idOf(number)}/stats`, (_, answer) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        answer.writeHead(404).end('{}');
      }, 20);
    });
  const { watch, logged } = on({ socket: engine.socket, stats: true });
  expect(await watch().until(() => true)).toMatchObject({ running: 20, stale: false });
  expect([most, logged]).toEqual([4, []]);
});

test('one whose statistics never come is told, and the others are there', async () => {
  const engine = await fakeEngine();
  engine.list = [entry(1, 'web')];
  engine.instead.set(`/containers/${idOf(1)}/stats`, () => {});
  const { watch, logged } = on({ socket: engine.socket, stats: true, timeout: '50ms' });
  expect(await watch().until(() => true)).toMatchObject({ running: 1, containers: [{ name: 'web' }], stale: true });
  expect(logged).toEqual([`containers: the statistics of web: ${engine.socket}: no answer within 50 ms`]);
});

test('named containers keep their places', async () => {
  const engine = await fakeEngine();
  engine.list = [entry(1, 'web'), entry(2, 'db')];
  const { watch } = on({ socket: engine.socket, names: ['db', 'mail', 'web'] });
  const { containers: all } = await watch().until(() => true);
  expect(all).toMatchObject([{ name: 'db', state: 'running' }, { name: 'mail', state: undefined }, { name: 'web' }]);
});

test('text from outside is plain and bounded, entries that are none are left out', async () => {
  const engine = await fakeEngine();
  const bad = [null, 7, {}, { Id: '../../x' }, { Id: idOf(9), Names: null, Image: 5, State: 'x'.repeat(1_000_000) }];
  engine.list = [{ ...entry(1, 'web'), Status: '\x1b[31mUp\n\x00 1\thour' }, ...bad];
  const { watch, logged } = on({ socket: engine.socket });
  const { containers: all, total } = await watch().until(() => true);
  expect(all).toMatchObject([{ name: '000000000000', image: '', state: 'x'.repeat(128) }, { status: 'Up 1 hour' }]);
  expect([total, logged]).toEqual([2, []]);
});

test('Docker and Podman of the machine, and then those of a user', () => {
  const [docker, podman] = ['/run/docker.sock', '/run/podman/podman.sock'];
  const own = ['/run/user/7/docker.sock', '/run/user/7/podman/podman.sock'];
  expect(socketPlaces({ XDG_RUNTIME_DIR: '/run/user/7' })).toEqual([docker, podman, ...own]);
  expect(socketPlaces({})).toEqual([docker, podman]);
});

test('the first socket that is there is taken', async () => {
  const engine = await fakeEngine();
  const nothing = `${folder()}/podman.sock`;
  const found = bench(containers('/', [nothing, engine.socket]), {});
  expect(await found.watch().until(() => true)).toMatchObject({ total: 0, stale: false });
  const lost = bench(containers('/', [nothing, '/etc/passwd']), {});
  await lost.watch().until(() => true);
  expect(lost.logged).toEqual([`containers: expected a socket of Docker or Podman at ${nothing} or /etc/passwd`]);
});
