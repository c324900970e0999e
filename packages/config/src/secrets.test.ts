import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Secret } from '@lcdflow/core';
import { lastValueFrom } from 'rxjs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { withSecrets } from './secrets.ts';

const secret = { type: 'string', format: 'secret' } as const;
const schema = {
  type: 'object',
  properties: { token: secret, list: { type: 'array', items: secret }, name: { type: 'string' } },
  additionalProperties: secret,
} as const;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-secrets-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const revealed = (written: unknown, at = '/'): Promise<string> =>
  lastValueFrom((withSecrets(secret, written, at) as Secret).reveal());

test('all secrets of the options become such, and nothing else', async () => {
  const options = withSecrets(schema, { token: 'a', list: ['b'], other: 'c', name: 'd' }, '/') as never;
  expect(JSON.stringify(options)).toBe('{"token":"***","list":["***"],"other":"***","name":"d"}');
});

test('secrets in one of several forms, too', () => {
  const forms = [{ type: 'string' }, { type: 'object', properties: { url: secret } }, secret] as const;
  const [text, mapping] = [{ anyOf: forms.slice(0, 2) }, { anyOf: forms.slice(1) }];
  expect(JSON.stringify(withSecrets({ items: text }, ['a', { url: 'b' }], '/'))).toBe('["a",{"url":"***"}]');
  expect(JSON.stringify(withSecrets({ items: mapping }, ['a', { url: 'b' }], '/'))).toBe('["***",{"url":"***"}]');
});

test('a secret is in the config, the environment or a file', async () => {
  const at = folder();
  vi.stubEnv('LCDFLOW_TEST', 'from outside');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  writeFileSync(join(at, 'token'), 'from a file\n');
  expect(await revealed('written')).toBe('written');
  expect(await revealed({ env: 'LCDFLOW_TEST' })).toBe('from outside');
  expect(await revealed({ file: 'token' }, at)).toBe('from a file');
  expect(await revealed({ file: join(at, 'token') })).toBe('from a file');
});

test('one that is not there is told by where it should be', async () => {
  const at = folder();
  await expect(revealed({ env: 'LCDFLOW_NONE' })).rejects.toMatchObject({
    code: 'config',
    message: 'the environment variable LCDFLOW_NONE is not set',
  });
  await expect(revealed({ file: 'token' }, at)).rejects.toMatchObject({
    code: 'not-found',
    message: 'token: cannot be read: ENOENT',
  });
  await expect(revealed({ file: '.' }, at)).rejects.toThrow('.: cannot be read: EISDIR');
});

test('a file that nobody writes to holds up nothing', async () => {
  const at = folder();
  execFileSync('mkfifo', [join(at, 'fifo')]);
  expect(await revealed({ file: 'fifo' }, at)).toBe('');
});
