import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { bench, site } from '../../test/bench.ts';
import { prometheus } from './index.ts';

const on = (options: object) => bench(prometheus('/'), { every: '1s', timeout: '5s', most: 4_194_304, ...options });

const lines = (idle: number, lo: number) =>
  `# TYPE cpu counter
cpu{cpu="0",mode="idle"} ${idle}
cpu{cpu="1",mode="idle"} ${idle / 2}
cpu{cpu="0",mode="user"} 7
bytes{device="lo"} ${lo}
bytes{device="eth0"} 5
heat NaN
`;

test('labels, rates over counters that begin anew, and aggregates', async () => {
  const answers = [lines(100, 1), lines(110, 1), lines(4, 1)];
  const { url } = await site((_, answer) => answer.end(answers.shift()));
  const { watch, tick, logged } = on({
    url,
    metrics: {
      idle: { name: 'cpu', labels: { mode: 'idle' }, rate: true, aggregate: 'sum' },
      user: { name: 'cpu', labels: { mode: ['user'] } },
      sent: { name: 'bytes', except: { device: ['lo', 'x'] } },
      cpus: { name: 'cpu', labels: { mode: 'idle' }, aggregate: 'count' },
      most: { name: 'cpu', aggregate: 'largest' },
      heat: { name: 'heat' },
    },
  });
  const watching = watch();
  const first = { idle: undefined, user: 7, sent: 5, cpus: 2, most: 100, heat: undefined };
  expect(await watching.next()).toEqual({ ...first, updated: 0, stale: false });
  tick();
  expect(await watching.next()).toMatchObject({ idle: 15 });
  tick();
  expect(await watching.next()).toMatchObject({ idle: 6 });
  expect(logged).toEqual([]);
});

test.each([
  [{ a: { name: 'nothing' } }, 'a: no series of nothing fits'],
  [{ a: { name: 'cpu' } }, 'a: 3 series fit, expected an aggregate or more labels'],
  [{ a: { name: 'cpu', rate: true } }, 'a: 3 series fit, expected an aggregate or more labels'],
])('%j: %s', async (metrics, problem) => {
  const { url } = await site((_, answer) => answer.end(lines(1, 1)));
  const { watch, logged } = on({ url, metrics });
  expect(await watch().next()).toMatchObject({ stale: true });
  expect(logged).toEqual([`prometheus: ${url}/: ${problem}`]);
});

test.each([
  ['<html>', 200, 'line 1: expected NAME{LABELS} VALUE'],
  ['', 404, 'answers 404 Not Found'],
])('%j with %i', async (text, status, problem) => {
  const { url } = await site((_, answer) => answer.writeHead(status).end(text));
  const { watch, logged } = on({ url, metrics: { a: { name: 'a' } } });
  await watch().next();
  expect(logged).toEqual([`prometheus: ${url}/: ${problem}`]);
});

test('names and queries are not mixed', async () => {
  const { watch, logged } = on({ url: 'http://127.0.0.1:1', metrics: { a: { name: 'a' }, b: { query: 'b' } } });
  await watch().next();
  expect(logged).toEqual(['prometheus: expected metrics that have either all a name or all a query']);
});

test('queries to a server', async () => {
  const asked: unknown[] = [];
  const vector = (...values: string[]) => ({
    resultType: 'vector',
    result: values.map((value) => ({ metric: {}, value: [1, value] })),
  });
  const data: Record<string, object> = { one: vector('1.5'), two: vector('1', '2'), none: vector() };
  const { url } = await site(({ url: path }, answer) => {
    asked.push(path);
    const query = new URL(path!, 'http://x').searchParams.get('query')!;
    const scalar = { resultType: 'scalar', result: [1, '7'] };
    answer.end(JSON.stringify({ status: 'success', data: data[query] ?? scalar }));
  });
  const metrics = {
    ...{ one: { query: 'one' }, two: { query: 'two', aggregate: 'mean' } },
    ...{ none: { query: 'none' }, seven: { query: 'a + b' } },
  };
  const { watch, logged } = on({ url: `${url}/base/`, metrics });
  expect(await watch().next()).toMatchObject({ one: 1.5, two: 1.5, seven: 7, stale: true });
  expect(asked[3]).toBe('/base/api/v1/query?query=a+%2B+b');
  expect(logged).toEqual([`prometheus: ${url}/base/: none: the query finds nothing`]);
});

test.each([
  ['no', 'a: expected JSON, as a Prometheus server answers'],
  ['{"data":{"resultType":"matrix","result":[]}}', 'a: expected a query that gives one value of each series'],
  ['{"data":{"resultType":"vector","result":[null]}}', 'a: expected pairs of time and value'],
])('a server that answers %s', async (text, problem) => {
  const { url } = await site((_, answer) => answer.end(text));
  const { watch, logged } = on({ url, metrics: { a: { query: 'a' } } });
  await watch().next();
  expect(logged).toEqual([`prometheus: ${url}/: ${problem}`]);
});

const EXPORTER = '/usr/bin/prometheus-node-exporter';

test.skipIf(!existsSync(EXPORTER))(
  'a real node_exporter',
  async () => {
    const port = await freePort();
    const exporter = spawn(EXPORTER, [`--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
    onTestFinished(() => void exporter.kill());
    const metrics = {
      idle: { name: 'node_cpu_seconds_total', labels: { mode: 'idle' }, aggregate: 'sum' },
      memory: { name: 'node_memory_MemTotal_bytes' },
    };
    const { watch, tick } = on({ url: `http://127.0.0.1:${port}/metrics`, metrics });
    const watching = watch();
    const newest = () => {
      tick();
      return watching.seen.at(-1);
    };
    await expect.poll(newest, { timeout: 8_000 }).toMatchObject({ stale: false });
    const { idle, memory } = watching.seen.at(-1)!;
    expect(idle).toBeGreaterThan(0);
    expect(memory).toBeGreaterThan(1e6);
  },
  10_000,
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
