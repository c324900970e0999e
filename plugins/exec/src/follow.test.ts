import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { bench, ended, folder, inUse, isRunning } from '../test/bench.ts';

const follow = true;
const shell = true;

test('each line counts at once, and the newest of each reading stays', async () => {
  const at = folder();
  const command = 'mkfifo go; echo t=1; cat go; echo h=2; cat go; printf t=3; exit 4';
  const readings = { t: { pattern: '^t=(.*)' }, h: { pattern: '^h=(.*)' } };
  const { watch, logged, tick } = bench({ command, shell, follow, readings }, at);
  const watching = watch();
  expect(await watching.next()).toMatchObject({ text: 't=1', t: 1, stale: false });
  tick();
  writeFileSync(join(at, 'go'), '');
  expect(await watching.next()).toMatchObject({ text: 'h=2', t: 1, h: 2, updated: 1000 });
  writeFileSync(join(at, 'go'), '');
  expect(await watching.next()).toMatchObject({ text: 't=3', t: 3, h: 2 });
  expect(await watching.next()).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual(['exec: ended by 4']);
});

test('one that has ended is started again at the next tick', async () => {
  const { watch, tick, logged } = bench({ command: ['echo', 'a'], follow });
  const watching = watch();
  for (let turn = 0; turn < 3; turn++) {
    expect(await watching.next()).toMatchObject({ text: 'a', stale: false });
    expect(await watching.next()).toMatchObject({ stale: true });
    tick();
  }
  expect(logged).toEqual([1, 2, 3].flatMap((turn) => ['exec: ended by 0', ...(turn < 3 ? ['exec: is back'] : [])]));
});

test('one that prints without end is slowed down, and ended', async () => {
  const { watch } = bench({ command: 'echo $$; exec yes', shell, follow });
  const watching = watch();
  const { text } = await watching.until(({ lines }) => lines !== undefined);
  const before = process.memoryUsage().rss;
  for (let turn = 0; turn < 20; turn++) expect(await watching.next()).toMatchObject({ text: 'y' });
  expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  watching.stop();
  if (text !== 'y') await ended(Number(text));
});

test('a line that never ends, and bytes that are no text', async () => {
  const at = folder();
  writeFileSync(join(at, 'odd'), Buffer.from([0, 0xff, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x41, 0x0a]));
  const command = 'head -c 1000000 /dev/zero | tr "\\0" x; echo; cat odd; cat';
  const { watch } = bench({ command, shell, follow, most: 100 }, at);
  const watching = watch();
  const { text } = await watching.until(({ text }) => text === '\uFFFDA' || String(text).startsWith('xxx'));
  if (text !== '\uFFFDA') {
    expect(text).toBe('x'.repeat(100));
    expect(await watching.next()).toMatchObject({ text: '\uFFFDA' });
  }
});

test('errors without end do not hold it up', async () => {
  const { watch } = bench({ command: 'yes >&2 & echo 5', shell });
  expect(await watch().next()).toMatchObject({ number: 5, code: 0 });
});

test('a process with children that ignore SIGTERM is ended with all of them, before the next begins', async () => {
  const at = folder();
  const command = 'trap "" TERM; sleep 1000 & echo $$ $! >> pids; cat pids; wait';
  const { watch, tick } = bench({ command, shell, follow }, at);
  const first = watch();
  const pids = String((await first.next()).text)
    .split(' ')
    .map(Number);
  first.stop();
  const second = watch();
  tick();
  const { lines } = await second.until(({ text }) => text !== pids.join(' '));
  expect(pids.filter(isRunning)).toEqual([]);
  second.stop();
  await ended(...String(lines).split(' ').map(Number));
});

test('what a command leaves behind is ended, though it has ended well', async () => {
  const { watch } = bench({ command: 'sleep 1000 & echo $!', shell });
  const { number, code } = await watch().next();
  expect(code).toBe(0);
  await ended(number as number);
});

test('a run that takes too long is ended with its children', async () => {
  const at = folder();
  const { watch, logged } = bench({ command: 'sleep 1000 & echo $! $$ > pids; wait', shell, timeout: '200ms' }, at);
  await watch().next();
  await ended(...readFileSync(join(at, 'pids'), 'utf8').split(' ').map(Number));
  expect(logged).toEqual(['exec: has not ended within 200ms']);
});

test('no command outlives lcd, however that ends', async () => {
  const program = fileURLToPath(new URL('../test/leaves.ts', import.meta.url));
  const node = ['--import', 'tsx', '--conditions=@lcdflow/source', program];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, node);
  expect(stderr).toBe('');
  await ended(Number(stdout));
});

/** Nothing of another test goes on. */
async function settled() {
  await expect.poll(() => inUse().listeners).toBe(0);
  return inUse();
}

/** No more is in use than before; what another test had left may have gone. */
function nothingMore(before: ReturnType<typeof inUse>): Promise<void> {
  const more = () => (['files', 'listeners', 'resources'] as const).filter((kind) => inUse()[kind] > before[kind]);
  return expect.poll(more, { timeout: 5_000 }).toEqual([]);
}

test('1,000 runs leave nothing', async () => {
  const before = await settled();
  const { watch, tick } = bench({ command: ['echo', 'a'] });
  const watching = watch();
  await watching.next();
  for (let run = 0; run < 1_000; run++) {
    tick();
    expect((await watching.next()).stale).toBe(false);
  }
  watching.stop();
  await nothingMore(before);
}, 60_000);

test('1,000 who come and go leave nothing, whether it had begun or not', async () => {
  const before = await settled();
  const { watch } = bench({ command: 'echo $$; exec sleep 1000', shell, follow });
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 10 === 0) await watching.next();
    watching.stop();
  }
  await nothingMore(before);
}, 60_000);
