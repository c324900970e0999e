import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { save, saveError } from './save.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-png-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = Uint8Array.of(1, 2, 3);

test('a file is written and written over, and nothing else stays', () => {
  const file = join(folder, 'front.png');
  save(file, Uint8Array.of(9));
  save(file, bytes);
  expect([...readFileSync(file)]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['front.png']);
});

test('the old file stays whole until the new one takes its place', () => {
  const file = join(folder, 'front.png');
  save(file, Uint8Array.of(9));
  const before = openSync(file, 'r');
  save(file, bytes);
  expect([...readFileSync(before)]).toEqual([9]);
  closeSync(before);
});

test('a folder that is not there is told', () => {
  const missing = join(folder, 'missing');
  expect(() => save(join(missing, 'front.png'), bytes)).toThrow(
    expect.objectContaining({
      code: 'config',
      message: `png: cannot write ${missing}/front.png: the folder ${missing} must exist: make it, or name another in \`file\``,
    }),
  );
});

test('a folder in place of the file is told, and nothing is left in it', () => {
  const file = join(folder, 'front.png');
  mkdirSync(file);
  expect(() => save(file, bytes)).toThrow(
    `png: cannot write ${file}: it must not be a folder: name a file in \`file\``,
  );
  expect(readdirSync(folder)).toEqual(['front.png']);
});

test('a file in place of the folder is told', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => save(join(file, 'front.png'), bytes)).toThrow(`${file} must be a folder: name another in \`file\``);
});

test.skipIf(process.getuid?.() === 0)('a folder one may not write in is told (not as root, who may)', () => {
  chmodSync(folder, 0o500);
  expect(() => save(join(folder, 'front.png'), bytes)).toThrow(expect.objectContaining({ code: 'permission' }));
});

test.each([
  ['EACCES', 'permission', 'this user must be allowed to write in /srv: chmod or chown it, or name another in `file`'],
  ['EPERM', 'permission', 'this user must be allowed to write in /srv: chmod or chown it, or name another in `file`'],
  ['EROFS', 'permission', '/srv is read-only: name another in `file`'],
  ['ENOSPC', 'busy', 'there is no space left: make some'],
  ['ELOOP', 'config', 'the system says ELOOP: name another in `file`'],
])('%s', (code, kind, advice) => {
  expect(saveError('/srv/front.png', Object.assign(new Error('no'), { code }))).toMatchObject({
    code: kind,
    message: `png: cannot write /srv/front.png: ${advice}`,
  });
});
