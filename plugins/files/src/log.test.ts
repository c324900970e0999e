import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bench, folder, inUse } from '../test/bench.ts';
import { log } from './log.ts';
import { newBookmark, Tail } from './tail.ts';

/** A source on a log of an empty folder. */
function on(options: object = {}, text?: string) {
  const at = folder();
  const path = join(at, 'log');
  if (text !== undefined) writeFileSync(path, text);
  const add = (more: string) => appendFileSync(path, more);
  return { at, path, add, ...bench(log(at), { path: 'log', ...options }) };
}

test('tells the last lines that are there, and each that comes', async () => {
  const { add, watch, logged } = on({ last: 2 }, 'one\ntwo 2\nthree 3\n');
  const watching = watch();
  expect(await watching.text('three 3')).toEqual({
    ...{ text: 'three 3', number: 3, lines: ['two 2', 'three 3'], count: 0 },
    ...{ updated: 0, stale: false },
  });
  add('four 4\nfi');
  expect(await watching.text('four 4')).toMatchObject({ lines: ['three 3', 'four 4'], count: 1 });
  add('ve\n');
  expect(await watching.text('five')).toMatchObject({ lines: ['four 4', 'five'], count: 2 });
  expect(logged).toEqual([]);
});

test('an empty one has no line, and counts none', async () => {
  expect(
    await on({}, '')
      .watch()
      .until(() => true),
  ).toEqual({ lines: [], count: 0, updated: 0, stale: false });
});

test('only lines that match count, and readings are taken of them', async () => {
  const options = {
    filter: 'sshd.*Failed',
    pattern: 'for (?<user>\\w+)',
    readings: { port: { pattern: 'port (\\d+)' } },
  };
  const { add, watch } = on(options, 'sshd: Failed password for root port 22\ncron: ran\n');
  const watching = watch();
  expect(await watching.until(() => true)).toMatchObject({ user: 'root', port: 22, count: 0 });
  add('sshd: Accepted for anna port 1\nsshd: Failed for eve\n');
  expect(await watching.until(({ count }) => count === 1)).toMatchObject({ user: 'eve', port: 22 });
});

test('is followed over rotation by another name', async () => {
  const { at, path, add, watch, logged } = on({ last: 3 }, 'old\n');
  const watching = watch();
  await watching.text('old');
  for (let turn = 1; turn <= 5; turn++) {
    add(`last of ${turn}\n`);
    renameSync(path, join(at, `log.${turn}`));
    appendFileSync(join(at, `log.${turn}`), 'and one more\n');
    writeFileSync(path, `first of ${turn}\n`);
    expect(await watching.text(`first of ${turn}`)).toMatchObject({
      lines: [`last of ${turn}`, 'and one more', `first of ${turn}`],
      count: 3 * turn,
    });
  }
  expect(logged).toEqual([]);
});

test('is followed over rotation by copy and truncate', async () => {
  const { at, path, add, watch } = on({ last: 2 }, 'a line that is there\n');
  const watching = watch();
  await watching.text('a line that is there');
  for (let turn = 1; turn <= 5; turn++) {
    add(`last of ${turn}\n`);
    await watching.text(`last of ${turn}`);
    copyFileSync(path, join(at, `log.${turn}`));
    truncateSync(path);
    add(`1 of ${turn}\n`);
    expect(await watching.text(`1 of ${turn}`)).toMatchObject({ count: 2 * turn });
  }
});

test('may be missing, come and go', async () => {
  const { at, path, add, watch, logged } = on();
  const watching = watch();
  expect(await watching.text(undefined)).toEqual({ updated: undefined, stale: true });
  add('here\n');
  expect(await watching.text('here')).toMatchObject({ count: 0 });
  renameSync(path, join(at, 'gone'));
  add('here again\n');
  expect(await watching.text('here again')).toMatchObject({ count: 1 });
  expect(logged).toEqual([`log: ${path}: cannot be read: ENOENT`, 'log: is back']);
});

test('goes on where it was when it is shown again', async () => {
  const { at, path, add, watch } = on({ last: 4 }, 'one\n');
  const first = watch();
  await first.text('one');
  first.stop();
  add('two\nthr');
  const second = watch();
  expect(await second.text('two')).toMatchObject({ lines: ['one', 'two'], count: 1 });
  second.stop();
  add('ee\n');
  const third = watch();
  await third.text('three');
  third.stop();
  renameSync(path, join(at, 'log.1'));
  add('four\n');
  expect(await watch().text('four')).toMatchObject({ lines: ['one', 'two', 'three', 'four'], count: 3 });
});

test('of a huge one only the end is read, from a whole line on', async () => {
  const line = `${'x'.repeat(98)}\n`;
  const { watch } = on({ last: 1000 }, line.repeat(100_000));
  const { lines, count } = await watch().until(() => true);
  expect(new Set(lines as string[])).toEqual(new Set([line.trim()]));
  expect([(lines as string[]).length, count]).toEqual([Math.floor(65_536 / 99), 0]);
});

test('a flood is skipped, and the newest lines are there', async () => {
  const { add, watch } = on({}, '');
  const watching = watch();
  await watching.until(() => true);
  watching.stop();
  add(`${'y\n'.repeat(4_000_000)}end\n`);
  expect((await watch().text('end')).count).toBeLessThan(40_000);
});

test('lines without end and bytes that are no text', async () => {
  const { path, add, watch } = on({ longest: 100 }, '');
  const watching = watch();
  await watching.until(() => true);
  add('x'.repeat(300_000));
  add('\n');
  await watching.text('x'.repeat(100));
  appendFileSync(path, Buffer.from([0, 0xff, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x41, 0x0a]));
  await watching.text('\uFFFDA');
});

test('a folder is no log', async () => {
  const { path, watch, logged } = on();
  mkdirSync(path);
  await watch().text(undefined);
  expect(logged).toEqual([`log: ${path}: expected a file`]);
  rmSync(path, { recursive: true });
});

test('no line is lost or told twice, however it is written, rotated and shown', async () => {
  const step = fc.constantFrom('line', 'part', 'rotate', 'read', 'read', 'close');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const path = join(folder(), 'log');
      writeFileSync(path, '');
      const bookmark = newBookmark(1000);
      let tail = new Tail(path, 1000, bookmark);
      const told: string[] = [];
      let written = '';
      const readAll = async () => {
        for (let found = await tail.next(); found !== undefined; found = await tail.next()) told.push(...found.lines);
      };
      for (const [turn, what] of [...steps, 'line', 'read'].entries()) {
        const text = what === 'line' ? `${turn}\n` : `${turn},`;
        if (what === 'line' || what === 'part') {
          appendFileSync(path, text);
          written += text;
        } else if (what === 'rotate') {
          await readAll();
          renameSync(path, `${path}.${turn}`);
          writeFileSync(path, '');
          if (!written.endsWith('\n') && written !== '') written += '\n';
          await readAll();
        } else if (what === 'read') await readAll();
        else {
          const lost = tail.next().catch(() => undefined);
          tail.close();
          await lost;
          tail = new Tail(path, 1000, bookmark);
        }
      }
      tail.close();
      expect(told.join('\n')).toBe(written.trimEnd());
    }),
    { numRuns: 60 },
  );
});

test('1,000 who come and go, and 1,000 rotations, leave nothing', async () => {
  const { at, path, add, watch } = on({}, 'x\n');
  const before = inUse();
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 20 === 0) {
      add(`${turn}\n`);
      await watching.text(`${turn}`);
    }
    watching.stop();
  }
  const watching = watch();
  for (let turn = 0; turn < 1_000; turn++) {
    renameSync(path, join(at, 'old'));
    add(`line ${turn}\n`);
    if (turn % 20 === 0) await watching.text(`line ${turn}`);
  }
  watching.stop();
  await expect.poll(() => inUse().files).toEqual([]);
  await expect.poll(() => inUse().resources).toBeLessThanOrEqual(before.resources);
}, 60_000);
