import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bench, folder, inUse } from '../test/bench.ts';
import { file } from './file.ts';

/** A source on a file of an empty folder. */
function on(name: string, options: object = {}) {
  const at = folder();
  const path = join(at, name);
  return {
    at,
    path,
    write: (text: string) => writeFileSync(path, text),
    ...bench(file(at), { path: name, ...options }),
  };
}

test('a file is read at once and whenever it is written', async () => {
  const { write, watch, logged } = on('value');
  write('21.5 °C\n');
  const watching = watch();
  const first = await watching.text('21.5 °C');
  expect(first).toMatchObject({ number: 21.5, lines: ['21.5 °C'], size: 9, updated: 0, stale: false });
  expect(Math.abs((first.modified as number) - Date.now())).toBeLessThan(60_000);
  write('22 °C\n');
  await watching.text('22 °C');
  expect(logged).toEqual([]);
});

test('nothing is read while nothing happens', async () => {
  const { at, write, watch, tick } = on('value');
  write('1');
  const watching = watch();
  await watching.text('1');
  writeFileSync(join(at, 'other'), 'x');
  tick();
  write('2');
  await watching.text('2');
  expect(watching.seen.map(({ text }) => text)).toEqual(['1', '2']);
});

test('it may be missing, come, go and come back, and each is told once', async () => {
  const { write, path, watch, logged } = on('value');
  const watching = watch();
  expect(await watching.text(undefined)).toEqual({ updated: undefined, stale: true });
  for (const text of ['1', '2']) {
    write(text);
    await watching.text(text);
    unlinkSync(path);
    await watching.text(undefined);
  }
  const gone = `file: ${path}: cannot be read: ENOENT`;
  expect(logged).toEqual([gone, 'file: is back', gone, 'file: is back', gone]);
});

test('it is replaced by another that is moved there', async () => {
  const { at, write, path, watch, logged } = on('value');
  write('0');
  const watching = watch();
  await watching.text('0');
  for (let turn = 1; turn <= 5; turn++) {
    writeFileSync(join(at, 'new'), `${turn}`);
    renameSync(join(at, 'new'), path);
    await watching.text(`${turn}`);
  }
  write('written into the last one');
  await watching.text('written into the last one');
  expect(logged).toEqual([]);
});

test('its folder may come later, go, and be replaced', async () => {
  const { at, path, watch } = on('a/b/value');
  const watching = watch();
  await watching.text(undefined);
  for (const text of ['1', '2']) {
    mkdirSync(join(at, 'a/b'), { recursive: true });
    writeFileSync(path, text);
    await watching.text(text);
    rmSync(join(at, 'a'), { recursive: true });
    await watching.text(undefined);
  }
  mkdirSync(join(at, 'new/b'), { recursive: true });
  writeFileSync(join(at, 'new/b/value'), '3');
  renameSync(join(at, 'new'), join(at, 'a'));
  await watching.text('3');
  writeFileSync(path, '4');
  await watching.text('4');
});

test('an empty folder is replaced by another', async () => {
  const { at, path, watch } = on('a/value');
  mkdirSync(join(at, 'a'));
  const watching = watch();
  await watching.text(undefined);
  for (const text of ['1', '2']) {
    rmSync(join(at, 'a'), { recursive: true });
    mkdirSync(join(at, 'a'));
    writeFileSync(path, text);
    await watching.text(text);
    unlinkSync(path);
    await watching.text(undefined);
  }
});

test('it may be a link, and a link through a folder that is exchanged', async () => {
  const { at, path, watch } = on('value');
  for (const name of ['one', 'two']) {
    mkdirSync(join(at, name));
    writeFileSync(join(at, name, 'value'), name);
  }
  symlinkSync('one', join(at, 'current'));
  symlinkSync('current/value', path);
  const watching = watch();
  await watching.text('one');
  writeFileSync(join(at, 'one/value'), 'changed');
  await watching.text('changed');
  symlinkSync('two', join(at, 'next'));
  renameSync(join(at, 'next'), join(at, 'current'));
  await watching.text('two');
  writeFileSync(join(at, 'two/value'), 'changed, too');
  await watching.text('changed, too');
});

test('of a huge file only the beginning counts', async () => {
  const { path, write, watch } = on('value', { most: 10 });
  write('0123456789abc');
  truncateSync(path, 10e9);
  expect(await watch().text('0123456789')).toMatchObject({ size: 10e9 });
});

test('files of the kernel have no size and tell of no change', async () => {
  const { watch, tick } = bench(file('/'), { path: 'proc/uptime', every: '1s' });
  const watching = watch();
  const { number, size } = await watching.until(({ stale }) => stale === false);
  expect(number).toBeGreaterThan(0);
  expect(size).toBe(0);
  const more = () => {
    tick();
    return watching.seen.length;
  };
  await expect.poll(more, { interval: 60 }).toBeGreaterThan(2);
});

test.each([
  ['a folder', (path: string) => mkdirSync(path), 'expected a file'],
  ['a FIFO', (path: string) => execFileSync('mkfifo', [path]), 'expected a file'],
])('%s is no file', async (_, make, reason) => {
  const { path, watch, logged } = on('value');
  make(path);
  await watch().text(undefined);
  expect(logged).toEqual([`file: ${path}: ${reason}`]);
});

test.skipIf(process.getuid?.() === 0)('one that may not be read is told', async () => {
  const { path, write, watch, logged } = on('value');
  write('1');
  chmodSync(path, 0);
  await watch().text(undefined);
  expect(logged).toEqual([`file: ${path}: cannot be read: EACCES`]);
});

test('named readings that are missing leave the others', async () => {
  const { write, watch, logged, path } = on('value', { readings: { t: { json: 't' }, h: { json: 'h' } } });
  write('{"t": 1}');
  expect(await watch().until(({ t }) => t === 1)).toMatchObject({ stale: true });
  expect(logged).toEqual(['file: h: there is no h']);
  expect(path).toContain('value');
});

test('1,000 times written and shown, nothing is left', async () => {
  const { write, watch } = on('value');
  write('x');
  const before = inUse();
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 20 === 0) {
      write(`${turn}`);
      await watching.text(`${turn}`);
    }
    watching.stop();
  }
  await expect.poll(() => inUse().files).toEqual([]);
  await expect.poll(() => inUse().resources).toBeLessThanOrEqual(before.resources);
});
