import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bench, folder } from '../test/bench.ts';
import { entry, fakeEngine } from '../test/fake-engine.ts';
import { containers } from './containers.ts';
import { engineError } from './engine-error.ts';

const on = (options: object) => bench(containers('/', []), options);
const LIST = '/containers/json';

test.each<[string, string, RequestListener, string]>([
  ['no answer', LIST, () => {}, 'no answer within 50 ms'],
  ['half a list', LIST, (_, answer) => answer.write('[{"Id":'), 'no answer within 50 ms'],
  ['no events', '/events', () => {}, 'no answer within 50 ms'],
  ['no JSON', LIST, (_, answer) => answer.end('<html>'), `answers what is no JSON to ${LIST}`],
  ['no list', LIST, (_, answer) => answer.end('{}'), 'expected a list of containers'],
  ['10 MB', LIST, (_, answer) => answer.end(Buffer.alloc(10_000_000, ' ')), 'answers with more than 8388608 bytes'],
  ['an error', LIST, (_, answer) => answer.writeHead(500).end('{}'), `answers 500 to ${LIST}`],
  ['cut off', LIST, (_, answer) => answer.write('[', () => answer.destroy()), 'has closed the connection early'],
  ['no HTTP', LIST, (_, answer) => answer.socket!.end('SSH-2.0\r\n'), 'cannot be asked: HPE_INVALID_CONSTANT'],
  ['events that end', '/events', (_, answer) => answer.end(), 'has closed the connection early'],
])('%s', async (_, path, answer, reason) => {
  const engine = await fakeEngine();
  engine.instead.set(path, answer);
  const { watch, logged } = on({ socket: engine.socket, timeout: reason.startsWith('no ') ? '50ms' : '5s' });
  const readings = await watch().until(({ stale }) => stale === true);
  expect(readings.running).toBeUndefined();
  expect(logged).toEqual([expect.stringMatching(new RegExp(`^containers: .*${reason}$`))]);
  await expect.poll(() => engine.connections(), { interval: 5 }).toBe(0);
});

test('what is wrong with a socket is told with what to do', () => {
  const error = (code: string, socket = '/run/docker.sock') =>
    engineError(Object.assign(new Error('secret'), { code }), socket);
  expect(error('EACCES')).toMatchObject({
    code: 'permission',
    message: '/run/docker.sock: may not be used: add the user to group docker',
  });
  expect(error('EACCES', '/run/podman/podman.sock').message).toBe(
    '/run/podman/podman.sock: may not be used: expected a socket of this user',
  );
  expect(error('ENOENT').message).toBe('/run/docker.sock: is not there: expected Docker or Podman to listen at it');
});

test('a socket that is not there, goes and comes back', async () => {
  const engine = await fakeEngine();
  engine.list = [entry(1, 'web')];
  await engine.stop();
  const { watch, logged } = on({ socket: engine.socket, keep: '1h' });
  const watching = watch();
  await watching.until(({ stale }) => stale === true);
  await engine.start();
  expect(await watching.until(({ stale }) => stale === false)).toMatchObject({ total: 1 });
  await engine.stop();
  expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ total: 1 });
  engine.list = [];
  await engine.start();
  expect(await watching.until(({ stale }) => stale === false)).toMatchObject({ total: 0 });
  const gone = `containers: ${engine.socket}: is not there: expected Docker or Podman to listen at it`;
  expect(logged.filter((line) => line === 'containers: is back')).toHaveLength(2);
  expect(logged[0]).toBe(gone);
});

test('1,000 times watched and left, nothing is left', async () => {
  const engine = await fakeEngine();
  const { watch, logged } = on({ socket: engine.socket, stats: true });
  const pipes = () => process.getActiveResourcesInfo().filter((name) => /^Pipe/.test(name)).length;
  const before = pipes();
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 10 === 0) await watching.until(() => true);
    else if (turn % 10 !== 1) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  await expect.poll(() => engine.connections(), { interval: 5 }).toBe(0);
  await expect.poll(pipes, { interval: 5 }).toBeLessThanOrEqual(before);
  expect([engine.listeners.size, logged]).toEqual([0, []]);
});

test('a folder in place of a socket', async () => {
  const { watch, logged } = on({ socket: join(folder()) });
  await watch().until(() => true);
  expect(logged).toEqual([expect.stringMatching(/^containers: .*: (nobody listens at it: expected|cannot be asked:)/)]);
});
