import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LcdError, Secret } from '@lcdflow/core';
import { throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { bench, folder, inUse } from '../test/bench.ts';

test('a command is run at once and at each tick', async () => {
  const at = folder();
  writeFileSync(join(at, 'value'), '21.5 °C\n');
  const { watch, tick, logged } = bench({ command: ['cat', 'value'] }, at);
  const watching = watch();
  expect(await watching.next()).toEqual({
    ...{ text: '21.5 °C', number: 21.5, lines: ['21.5 °C'], code: 0 },
    ...{ updated: 0, stale: false },
  });
  writeFileSync(join(at, 'value'), '22 °C\n');
  tick();
  expect(await watching.next()).toMatchObject({ number: 22, updated: 1000 });
  expect(logged).toEqual([]);
});

test('named readings', async () => {
  const { watch } = bench({
    command: ['printf', '{"t": 48.5}\nfree 3\n'],
    pattern: 'free (?<free>\\d+)',
    readings: { one: { line: 1, as: 'number' } },
  });
  expect(await watch().next()).toMatchObject({ free: 3, one: 48.5 });
});

test('the mark that some put before JSON is no part of it', async () => {
  const { watch } = bench({ command: ['printf', '\\357\\273\\277{"a":5}'], readings: { a: { json: 'a' } } });
  expect(await watch().next()).toMatchObject({ a: 5 });
});

test('arguments are none of a shell, unless one is asked for', async () => {
  const plain = await bench({ command: ['echo', '$HOME', '*', '; ls'] })
    .watch()
    .next();
  expect(plain.text).toBe('$HOME * ; ls');
  const shell = await bench({ command: 'echo a b | wc -w', shell: true }).watch().next();
  expect(shell.number).toBe(2);
});

test('its folder is relative to that of the config, its environment beside that of lcd', async () => {
  const at = folder();
  mkdirSync(join(at, 'inner'));
  const options = {
    command: 'pwd; echo $LCDFLOW_A $LCDFLOW_B $(test $PATH && echo path)',
    shell: true,
    folder: 'inner',
    environment: { LCDFLOW_A: new Secret('hunter2'), LCDFLOW_B: new Secret('two') },
  };
  expect((await bench(options, at).watch().next()).lines).toEqual([
    realpathSync(join(at, 'inner')),
    'hunter2 two path',
  ]);
});

/** Complains in colours, with a title for the terminal, and with a letter in two pieces. */
const COLOURFUL = "printf '\\033[31mred\\033]0;title\\007 \\303' >&2; sleep 0.1; printf '\\244\\n' >&2; exit 3";

test.each([
  [{ command: ['/nowhere/prog'] }, '/nowhere/prog: cannot be started: ENOENT', undefined],
  [{ command: ['/etc/passwd'] }, '/etc/passwd: cannot be started: EACCES', undefined],
  [{ command: ['a\0b'] }, 'a\0b: cannot be started: ERR_INVALID_ARG_VALUE', undefined],
  [{ command: ['echo', 'x'.repeat(300_000)] }, 'echo: cannot be started: E2BIG', undefined],
  [{ command: ['pwd'], folder: 'nowhere' }, 'pwd: cannot be started: ENOENT', undefined],
  [
    { command: 'a --password hunter2', shell: true, folder: 'nowhere' },
    'the shell: cannot be started: ENOENT',
    undefined,
  ],
  [{ command: 'echo no such host >&2; echo 5; exit 3', shell: true }, 'ended by 3: no such host', 3],
  [{ command: COLOURFUL, shell: true }, 'ended by 3: red ä', 3],
  [{ command: 'kill -SEGV $$', shell: true }, 'ended by SIGSEGV', undefined],
  [{ command: ['head', '-c', '65537', '/dev/zero'] }, 'prints more than 65536 bytes', undefined],
  [{ command: ['yes'] }, 'prints more than 65536 bytes', undefined],
  [{ command: ['sleep', '100'], timeout: '50ms' }, 'has not ended within 50ms', undefined],
  [{ command: ['echo', 'x'], readings: { a: { json: 'a' } } }, 'a: expected JSON', 0],
])('%j: %s', async (options, reason, code) => {
  const { watch, logged, tick } = bench(options);
  const watching = watch();
  expect(await watching.next()).toMatchObject({ updated: undefined, stale: true });
  expect(watching.seen[0]!.code).toBe(code);
  tick();
  await watching.next();
  expect(logged).toEqual([`exec: ${reason}`]);
});

test('a secret that is not there is told', async () => {
  const gone = () => throwError(() => new LcdError('config', 'the environment variable X is not set'));
  const { watch, logged } = bench({ command: ['true'], environment: { A: new Secret(gone) } });
  expect(await watch().next()).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual(['exec: the environment variable X is not set']);
});

test('exit codes may be accepted', async () => {
  const { watch, logged } = bench({ command: 'echo inactive; exit 3', shell: true, accept: [0, 3] });
  expect(await watch().next()).toMatchObject({ text: 'inactive', code: 3, stale: false });
  expect(logged).toEqual([]);
});

test('one that fails for a while: kept values are stale, and it is told that it is back', async () => {
  const at = folder();
  writeFileSync(join(at, 'value'), '1');
  const { watch, tick, logged } = bench({ command: ['cat', 'value'], keep: '5s' }, at);
  const watching = watch();
  await watching.next();
  rmSync(join(at, 'value'));
  tick();
  expect(await watching.next()).toMatchObject({ number: 1, code: 1, updated: 0, stale: true });
  writeFileSync(join(at, 'value'), '2');
  tick();
  expect(await watching.next()).toMatchObject({ number: 2, code: 0, updated: 2000, stale: false });
  expect(logged).toEqual(['exec: ended by 1: cat: value: No such file or directory', 'exec: is back']);
});

test('who comes back within the same period sees the last values, and nothing is run', async () => {
  const at = folder();
  const { watch, tick } = bench({ command: 'echo >> runs; wc -l < runs', shell: true }, at);
  const first = watch();
  expect(await first.next()).toMatchObject({ number: 1 });
  first.stop();
  await idle();
  const again = watch();
  expect(inUse().listeners).toBe(0);
  expect(await again.next()).toMatchObject({ number: 1 });
  tick();
  expect(await again.next()).toMatchObject({ number: 2 });
});

test('a run that takes longer than `every` is waited for', async () => {
  const at = folder();
  const { watch, tick } = bench({ command: 'echo >> runs; mkfifo go; cat go; wc -l < runs', shell: true }, at);
  const watching = watch();
  await expect.poll(() => existsSync(join(at, 'go')), { interval: 5 }).toBe(true);
  for (let turn = 0; turn < 5; turn++) tick();
  writeFileSync(join(at, 'go'), '');
  expect(await watching.next()).toMatchObject({ number: 1, updated: 5000 });
  await idle();
  expect(watching.seen).toHaveLength(1);
});

/** No command runs. */
const idle = () => expect.poll(() => inUse().listeners, { interval: 5 }).toBe(0);
