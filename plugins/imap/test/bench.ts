import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@lcdflow/core';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';
import { imap } from '../src/imap.ts';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-imap-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const DEFAULTS = { user: 'ann', mailbox: 'INBOX', timeout: '5s', host: '127.0.0.1' };

/** What every server here wants. */
export const PASSWORD = 'hunter2"\\ word';

/** The source, and what it logs. */
export const bench = (options: object, at = '/') => {
  const all = { ...DEFAULTS, password: new Secret(PASSWORD), tls: false, ...options };
  return sourceBench((context) => imap(at).read(all as never, context), onTestFinished, 1000);
};
