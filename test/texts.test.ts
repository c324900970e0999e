import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAll, lcd, ROOT, start } from './cli/lcd.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lcdflow-texts-'));
afterAll(() => {
  killAll();
  rmSync(scratch, { recursive: true });
});

/** A config in a folder of its own, with these sources and one text. */
function config(name: string, sources: string, text: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const page = `pages: { main: { column: [{ text: "${text}" }] } }`;
  writeFileSync(join(folder, 'lcd.config.yaml'), `${sources}\ndisplays: { front: { driver: picolcd } }\n${page}\n`);
  return folder;
}

test('the example of commands and files measures this machine', async () => {
  const { status, stdout, stderr } = await lcd(['sources', 'examples/texts.yaml'], ROOT);
  expect(stdout).toMatch(/^kernel: What a command prints\.[^\n]*\n {2}kernel\.text +\w+ \d\S+ /m);
  expect(stdout).toMatch(/^ {2}root\.percent +\d+ +% +0 to 100 +How full it is\.$/m);
  expect(stdout).toMatch(/^ {2}example\.title +What commands print, and what is in file … +The first line\.$/m);
  expect(stdout).toMatch(/^ {2}example\.stale +false /m);
  expect([status, stderr]).toEqual([0, '']);
});

test('a secret reaches its command and no message', async () => {
  const sources = `sources:
  a: { source: exec, command: 'echo got $A; exit 0', shell: true, environment: { A: { file: secret } } }
  b: { source: exec, command: 'echo no $B >&2; exit 1', shell: true, environment: { B: hunter2 } }
  c: { source: exec, command: 'true', environment: { C: { file: nothing } } }`;
  const folder = config('secret', sources, '{{ a.text }} {{ b.text }} {{ c.text }}');
  writeFileSync(join(folder, 'secret'), 'hunter3\n');
  const { stdout, stderr } = await lcd(['sources'], folder);
  expect(stdout).toMatch(/^ {2}a\.text +got hunter3 /m);
  expect(stdout).toContain('  missing: b: exec: ended by 1: no ***\n');
  expect(stdout).toContain('  missing: c: exec: nothing: cannot be read: ENOENT\n');
  expect(stdout + stderr).not.toContain('hunter2');
  const shown = await lcd(['--verbose', 'show', '--after', '500ms'], folder);
  expect(shown.stderr).toContain('b: exec: ended by 1: no ***');
  expect(shown.stdout + shown.stderr).not.toMatch(/hunter2/);
});

test('nothing that lcd has started is left when it is stopped', async () => {
  const command = `'trap "" TERM; echo $$ > pid; echo it runs >&2; echo x; sleep 1000'`;
  const folder = config(
    'stop',
    `sources: { a: { source: exec, command: ${command}, shell: true, follow: true } }`,
    '{{ a.text }}',
  );
  const running = start(['run', '--emulate'], folder);
  const pid = () => Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await expect.poll(pid, { timeout: 10_000 }).toBeGreaterThan(0);
  running.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ status: 0 });
  expect(() => process.kill(pid(), 0)).toThrow('ESRCH');
});
