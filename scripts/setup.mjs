// Makes a fresh clone runnable: installs what package-lock.json names, then builds. Does nothing when both are up to date.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = `${root}package-lock.json`;
const installed = `${root}node_modules/.package-lock.json`;

const [major, minor] = process.versions.node.split('.').map(Number);
const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node;
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`lcdflow needs Node ${wanted}; this is ${process.version}`);
  process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('installing packages (once) …');
  // Not `npm ci`: it refuses a lock file made where a package for some other platform was not to be had.
  run(root, 'npm', ['install', '--no-save', '--no-audit', '--no-fund']);
}
await import('./build.mjs');
