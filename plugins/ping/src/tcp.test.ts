import { spawn } from 'node:child_process';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { bench } from '../test/bench.ts';

async function server(port = 0): Promise<{ readonly port: number; readonly listening: Server }> {
  const listening = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void listening.close());
  return { port: (listening.address() as AddressInfo).port, listening };
}

test('a port that is open, closed, and open again', async () => {
  const { port, listening } = await server();
  const { watch, tick, logged } = bench({ method: 'tcp', port });
  const watching = watch();
  const first = await watching.next();
  expect(first).toMatchObject({ loss: 0, reachable: true, jitter: undefined, updated: 0, stale: false });
  expect(first.latency).toBeGreaterThan(0);
  await new Promise((resolve) => listening.close(resolve));
  tick();
  expect(await watching.next()).toMatchObject({ latency: undefined, loss: 50, reachable: false, stale: false });
  await server(port);
  tick();
  expect(await watching.next()).toMatchObject({ reachable: true, jitter: expect.any(Number), updated: 2000 });
  expect(logged).toEqual([]);
});

/** A port whose process stands still and whose queue is full: nobody answers there. */
async function silentPort(): Promise<number> {
  const listen = "{ port: 0, host: '127.0.0.1', backlog: 1 }";
  const program = `const s = require('net').createServer().listen(${listen}, () => console.log(s.address().port))`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  child.kill('SIGSTOP');
  const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => {
    for (const socket of waiting) socket.destroy();
  });
  return port;
}

test('one that does not answer in time', async () => {
  const port = await silentPort();
  const { watch, logged } = bench({ method: 'tcp', port, timeout: '300ms' });
  expect(await watch().next()).toMatchObject({ latency: undefined, loss: 100, reachable: false, stale: false });
  expect(logged).toEqual([]);
});

test('a name nobody knows is told once', async () => {
  const { watch, logged } = bench({ method: 'tcp', host: 'nowhere.invalid' });
  expect(await watch().next()).toEqual({ stale: true });
  expect(logged).toEqual(['ping: nowhere.invalid: its name is not known']);
});

test('1,000 who come and go leave nothing', async () => {
  const { port, listening } = await server();
  const { watch, listeners } = bench({ method: 'tcp', port });
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    const known = watching.seen.length;
    if (turn % 3 === 0) await watching.until(() => watching.seen.length > known);
    if (turn % 3 === 1) await new Promise(setImmediate);
    watching.stop();
  }
  expect(listeners()).toBe(false);
  const open = () => new Promise((resolve) => listening.getConnections((_, count) => resolve(count)));
  await expect.poll(open, { interval: 5 }).toBe(0);
  const resources = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|Connect/.test(name));
  await expect.poll(resources, { interval: 5 }).toEqual([]);
}, 60_000);
