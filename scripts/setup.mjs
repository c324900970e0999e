// Makes a fresh clone runnable: installs what package-lock.json names, then builds. Does nothing when both are up to date.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;

const [major, minor] = process.versions.node.split('.').map(Number);
const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node;
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`lcdflow needs Node ${wanted}; this is ${process.version}`);
  process.exit(1);
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('installing packages (once) …');
  // Not `npm ci`: it refuses a lock file made where a package for some other platform was not to be had.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
}
run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
