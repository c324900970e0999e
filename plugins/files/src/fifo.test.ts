import { execFile, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { bench, folder, inUse } from '../test/bench.ts';
import { fifo } from './fifo.ts';

/** A source on a FIFO of an empty folder. */
function on(options: object = {}) {
  const at = folder();
  const path = join(at, 'go');
  const make = () => execFileSync('mkfifo', [path]);
  make();
  return { path, make, ...bench(fifo(at), { path: 'go', ...options }) };
}

/** Another program writes; ends when it has. */
const write = (path: string, command: string) => promisify(execFile)('sh', ['-c', `(${command}) > ${path}`]);

test('a line counts when it is written, whoever writes', async () => {
  const { path, watch, logged } = on();
  const watching = watch();
  await write(path, 'echo 21.5 °C');
  expect(await watching.text('21.5 °C')).toEqual({
    ...{ text: '21.5 °C', number: 21.5, lines: ['21.5 °C'] },
    ...{ updated: 0, stale: false },
  });
  for (let turn = 0; turn < 20; turn++) {
    await write(path, `echo ${turn}`);
    await watching.text(`${turn}`);
  }
  expect(logged).toEqual([]);
});

test('what a writer leaves without a line end counts when it goes', async () => {
  const { path, watch } = on();
  const watching = watch();
  await write(path, 'printf 50');
  await watching.text('50');
  await write(path, 'printf 60');
  await watching.text('60');
});

test('nothing waits for a writer: neither this program nor its threads', async () => {
  const all = Array.from({ length: 20 }, () => on().watch());
  expect(all.every(({ seen }) => seen.length === 0)).toBe(true);
  const { path, watch } = on();
  const watching = watch();
  await write(path, 'echo here');
  await watching.text('here');
});

test('a writer that dies in the middle of a line, and comes back', async () => {
  const { path, watch } = on();
  const watching = watch();
  const writer = spawn('sh', ['-c', `exec > ${path}; printf half; kill -9 $$`]);
  await new Promise((resolve) => writer.on('exit', resolve));
  await watching.text('half');
  await write(path, 'echo whole');
  await watching.text('whole');
});

test('two writers at once', async () => {
  const { path, watch } = on({ readings: { a: { pattern: '^a=(.*)' }, b: { pattern: '^b=(.*)' } } });
  const watching = watch();
  await Promise.all([write(path, 'echo a=1'), write(path, 'echo b=2')]);
  expect(await watching.until(({ a, b }) => a === 1 && b === 2)).toMatchObject({ stale: false });
});

test('it may be missing, come, go and come back', async () => {
  const { path, make, watch, logged } = on();
  rmSync(path);
  const watching = watch();
  await watching.text(undefined);
  for (const text of ['1', '2']) {
    make();
    await write(path, `echo ${text}`);
    await watching.text(text);
    rmSync(path);
    await watching.text(undefined);
  }
  const gone = `fifo: ${path}: cannot be read: ENOENT`;
  expect(logged).toEqual([gone, 'fifo: is back', gone, 'fifo: is back', gone]);
});

test('it is replaced while a writer holds the old one', async () => {
  const { path, make, watch } = on();
  const watching = watch();
  await write(path, 'echo first');
  await watching.text('first');
  const old = openSync(path, 'w');
  onTestFinished(() => closeSync(old));
  rmSync(path);
  make();
  await write(path, 'echo second');
  await watching.text('second');
});

test('it is replaced over and over, and whoever writes into the new one is heard', async () => {
  const { path, make, watch } = on();
  const watching = watch();
  for (let turn = 0; turn < 30; turn++) {
    await write(path, `echo ${turn}`);
    await watching.text(`${turn}`);
    // At another moment of a visit each time.
    await sleep((turn * 7) % 23);
    rmSync(path);
    make();
  }
});

test('a file is no FIFO', async () => {
  const { path, watch, logged } = on();
  rmSync(path);
  writeFileSync(path, 'x');
  await watch().text(undefined);
  expect(logged).toEqual([`fifo: ${path}: expected a FIFO, as mkfifo makes it`]);
});

test('a line without end, bytes that are no text, and lines without end', async () => {
  const { path, watch } = on({ longest: 100 });
  const watching = watch();
  await write(path, 'head -c 1000000 /dev/zero | tr "\\0" x; echo');
  await watching.text('x'.repeat(100));
  const odd = openSync(path, 'w');
  writeSync(odd, Buffer.from([0, 0xff, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x41, 0x0a]));
  closeSync(odd);
  await watching.text('\uFFFDA');
  const flood = spawn('sh', ['-c', `exec yes > ${path}`]);
  for (let turn = 0; turn < 20; turn++) await watching.text('y');
  const ended = new Promise((resolve) => flood.on('exit', resolve));
  flood.kill();
  await ended;
  await write(path, 'echo done');
  await watching.text('done');
});

test('silence ends values after a while, if wanted', async () => {
  const { path, watch, logged } = on({ keep: '100ms' });
  const watching = watch();
  await write(path, 'echo 1');
  await watching.text('1');
  await watching.text(undefined);
  expect(logged).toEqual(['fifo: nothing new for 100ms']);
});

test('who comes back sees the last line', async () => {
  const { path, watch } = on();
  const watching = watch();
  await write(path, 'echo 1');
  await watching.text('1');
  watching.stop();
  expect(watch().seen).toMatchObject([{ text: '1', stale: false }]);
});

test('1,000 who come and go, and 1,000 lines, leave nothing', async () => {
  const { path, watch } = on();
  const before = inUse();
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  const watching = watch();
  await write(path, 'echo ready');
  await watching.text('ready');
  const open = inUse().files.length;
  for (let turn = 0; turn < 1_000; turn++) {
    const fd = openSync(path, 'w');
    writeSync(fd, `${turn}\n`);
    closeSync(fd);
    if (turn % 10 === 0) await watching.text(`${turn}`);
  }
  expect(inUse().files.length).toBeLessThanOrEqual(open + 1);
  watching.stop();
  await expect.poll(() => inUse().files).toEqual([]);
  await expect.poll(() => inUse().resources).toBeLessThanOrEqual(before.resources);
}, 60_000);
