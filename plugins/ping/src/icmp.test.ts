import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { bench, program } from '../test/bench.ts';

const answer = (number: number, time: number) =>
  `echo "64 bytes from 192.0.2.1: icmp_seq=${number} ttl=64 time=${time} ms"`;
const FOREVER = 'exec sleep 1000';

/** One that has ended and is still in the table does not. */
function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}

const inUse = () => ({
  listeners: process.listenerCount('exit'),
  resources: process.getActiveResourcesInfo().filter((name) => /Process|Pipe/.test(name)).length,
});

test('what ping prints', async () => {
  const { watch, logged } = bench({}, program(answer(1, 10), answer(2, 14), answer(4, 6), FOREVER));
  const readings = await watch().until(({ latency }) => latency === 6);
  expect(readings).toEqual({
    ...{ latency: 6, mean: 10, jitter: 6, loss: 25, reachable: true, updated: 0, stale: false },
  });
  expect(logged).toEqual([]);
});

test('what ping is told', async () => {
  const { watch, logged } = bench({ host: 'a.example', every: '100ms' }, program('echo "asked: $*" >&2; exit 1'));
  await watch().next();
  expect(logged).toEqual(['ping: asked: -n -i 0.2 a.example']);
});

test('one that says nothing: all is lost, by the clock', async () => {
  const { watch, tick, logged } = bench({}, program(answer(1, 5), FOREVER));
  const watching = watch();
  await watching.until(({ latency }) => latency === 5);
  for (let turn = 0; turn < 5; turn++) tick();
  expect(await watching.until(({ loss }) => loss === 75)).toMatchObject({ reachable: false, mean: 5, stale: false });
  tick(30_000);
  expect(await watching.until(({ loss }) => loss === 100)).toMatchObject({ reachable: false, mean: undefined });
  expect(logged).toEqual([]);
});

test('an answer after a silence tells how much is really lost, and the silence begins anew', async () => {
  const go = program('exit');
  rmSync(go);
  const wait = `while ! [ -e ${go} ]; do sleep 0.02; done`;
  const { watch, tick } = bench({}, program(answer(1, 5), wait, answer(4, 6), FOREVER));
  const watching = watch();
  await watching.until(({ latency }) => latency === 5);
  for (let turn = 0; turn < 5; turn++) tick();
  writeFileSync(go, '');
  expect(await watching.until(({ latency }) => latency === 6)).toMatchObject({ loss: 50 });
  for (let turn = 0; turn < 3; turn++) tick();
  expect(await watching.until(({ reachable }) => reachable === false)).toMatchObject({ loss: 60 });
});

test.each([
  ['complains', ['echo "ping: x: Name or service not known" >&2', 'exit 2'], 'ping: x: Name or service not known'],
  ['complains without end', ['yes ping: oh >&2 & sleep 0.1; kill $!; exit 1'], 'ping: oh'],
  ['ends', ['exit 3'], /^the program \S+ has ended by 3$/],
  ['is killed', ['kill -9 $$'], /^the program \S+ has ended by SIGKILL$/],
])('one that %s', async (_, lines, reason) => {
  const { watch, logged } = bench({}, program(...lines));
  const watching = watch();
  expect(await watching.until(({ stale }) => stale === true)).toEqual({ stale: true });
  expect(logged).toHaveLength(1);
  expect(logged[0]!.replace(/^ping: /, '')).toEqual(
    typeof reason === 'string' ? reason : expect.stringMatching(reason),
  );
});

test('one that is not installed', async () => {
  const { watch, logged } = bench({}, '/nowhere/ping');
  await watch().next();
  expect(logged).toEqual(['ping: the program /nowhere/ping is not installed; there is method: tcp, too']);
});

test('one that ends is started again', async () => {
  const { watch, logged } = bench({}, program(answer(1, 5), 'sleep 0.1', 'exit 1'));
  const watching = watch();
  for (let turn = 0; turn < 2; turn++) {
    await watching.until(({ latency }) => latency === 5);
    await watching.until(({ stale }) => stale === true);
  }
  expect(logged.map((words) => words.replace(/program \S+ /, ''))).toEqual([
    ...['ping: the has ended by 1', 'ping: is back', 'ping: the has ended by 1'],
  ]);
});

test('a line without end, bytes that are no text, and then an answer', async () => {
  const odd = 'head -c 1000000 /dev/zero; head -c 1000000 /dev/zero | tr "\\0" x; echo; printf "\\377\\033[31m\\n"';
  const { watch, logged } = bench({}, program(odd, answer(1, 5), FOREVER));
  expect(await watch().until(({ latency }) => latency === 5)).toMatchObject({ loss: 0 });
  expect(logged).toEqual([]);
});

test('one that prints answers without end changes readings now and then', async () => {
  const { watch } = bench({}, program('exec yes "64 bytes from x: icmp_seq=1 ttl=64 time=1 ms"'));
  const watching = watch();
  const before = process.memoryUsage().rss;
  for (let turn = 0; turn < 10; turn++) await watching.next();
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

test('one that ignores signals is ended with all it has started', async () => {
  const lines = [
    'trap "" TERM INT HUP',
    'sleep 1000 &',
    'echo "icmp_seq=1 time=$$ ms"; echo "icmp_seq=2 time=$! ms"',
    'wait',
  ];
  const watching = bench({ last: 2 }, program(...lines)).watch();
  const { latency, mean } = await watching.until(({ jitter }) => jitter !== undefined);
  const pids = [latency as number, 2 * (mean as number) - (latency as number)];
  expect(pids.map(isRunning)).toEqual([true, true]);
  watching.stop();
  await expect.poll(() => pids.filter(isRunning), { interval: 5 }).toEqual([]);
});

test('1,000 who come and go leave nothing', async () => {
  // Nothing of another test goes on.
  await expect.poll(() => process.getActiveResourcesInfo().includes('ProcessWrap')).toBe(false);
  const before = inUse();
  const { watch, listeners } = bench({}, program(answer(1, 5), FOREVER));
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 20 === 0) await watching.until(({ latency }) => latency === 5);
    if (turn % 20 === 1) await new Promise(setImmediate);
    watching.stop();
  }
  expect(listeners()).toBe(false);
  await expect.poll(inUse, { timeout: 5_000 }).toEqual(before);
}, 60_000);
