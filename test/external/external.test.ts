import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Two packages as their authors would have them: in a folder of their own, with what is published and nothing else.
// It takes the built packages: `npm run build` comes first.
const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const AUTHORS = ['lcdflow-plugin-moon', 'lcdflow-plugin-tinybar'];
const PUBLISHED = ['@lcdflow/core', '@lcdflow/emulator', '@lcdflow/testkit', 'rxjs'];
const LUNA = ['█   ▄ ▄ ▄▄   ▄▄ ', '█   █ █ █ █ █ █ ', '▀▀▀  ▀▀ ▀ ▀  ▀▀ '];

let outside = '';
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'lcdflow-external-'));
  cpSync(here, outside, { recursive: true });
  renameSync(join(outside, 'tsconfig.outside.json'), join(outside, 'tsconfig.json'));
  mkdirSync(join(outside, 'node_modules/@lcdflow'), { recursive: true });
  for (const name of PUBLISHED)
    symlinkSync(join(root, 'node_modules', name), join(outside, 'node_modules', name), 'junction');
  writeFileSync(join(outside, 'package.json'), '{ "type": "module" }');
  await node(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
}, 60_000);
afterAll(() => rmSync(outside, { recursive: true, force: true }));

/** Runs a script of the repo, or one of the authors, with plain node in the authors' folder. Returns what it prints. */
async function node(script: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', NODE_PATH: '' };
  const run = promisify(execFile)(process.execPath, [script, ...args], { cwd: outside, env, encoding: 'utf8' });
  const { stdout } = await run.catch((error) => {
    throw new Error(`${script} ${args.join(' ')} failed\n${error.stdout}${error.stderr}`);
  });
  return stdout;
}
const lcd = (...args: readonly string[]): Promise<string> => node(join(root, 'packages/cli/bin/lcd.js'), ...args);

test('they import what is published, a test runner, and each other’s nothing', () => {
  const files = AUTHORS.flatMap((name) => readdirSync(join(here, name)).map((file) => join(name, file)));
  const imports = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(here, file), 'utf8').match(/(?<=from ')[^']+/g) ?? []);
  expect([...new Set(imports)].filter((name) => !name.startsWith('./')).sort()).toEqual([
    '@lcdflow/core',
    '@lcdflow/testkit',
    'rxjs',
    'vitest',
  ]);
});

test('a widget takes about twenty lines, its test three, a driver about sixty and its emulated device thirty', () => {
  const lines = (file: string): number =>
    readFileSync(join(here, file), 'utf8')
      .replace(/^import [\s\S]*? from .*$/gm, '')
      .split('\n')
      .filter((line) => line.trim() !== '').length;
  expect(lines('lcdflow-plugin-moon/moon.ts')).toBeLessThanOrEqual(20);
  expect(lines('lcdflow-plugin-tinybar/tinybar.ts')).toBeLessThanOrEqual(60);
  expect(lines('lcdflow-plugin-tinybar/emulator.ts')).toBeLessThanOrEqual(30);
});

test('strictly compiled against the built packages, they run in a config', async () => {
  expect(await lcd('check')).toBe('lcd.config.yaml: 1 display, 2 pages, 2 keys: nothing to complain about\n');
  const [title, ...rows] = (await lcd('show', '--after', '1s')).split('\n');
  expect(title).toContain('front: tinybar 128x32');
  for (const [index, row] of LUNA.entries()) expect(rows[index]).toContain(row);
});

test('the conformance of a driver needs no test runner', async () => {
  const checks = (await node('prove.mjs')).trim().split('\n');
  expect(checks).toContain('shows the test card');
  expect(checks).toContain('sends everything again when it is reopened');
});
