import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { firstValueFrom } from 'rxjs';
import { expect, onTestFinished, test } from 'vitest';
import { trustOf } from './authorities.ts';

test('what to trust is made anew only when the file is another', async () => {
  const at = mkdtempSync(join(tmpdir(), 'lcdflow-web-'));
  onTestFinished(() => rmSync(at, { recursive: true }));
  writeFileSync(join(at, 'own.pem'), rootCertificates[0]!);
  const trust = trustOf('own.pem', at);
  const first = await firstValueFrom(trust);
  expect(first).toBeDefined();
  expect(await firstValueFrom(trust)).toBe(first);
  writeFileSync(join(at, 'own.pem'), rootCertificates[1]!);
  const next = await firstValueFrom(trust);
  expect(next).not.toBe(first);
  expect(await firstValueFrom(trust)).toBe(next);
  expect(await firstValueFrom(trustOf(undefined, at))).toBeUndefined();
});
