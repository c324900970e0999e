import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';
import { ping } from '../src/ping.ts';

const DEFAULTS = { host: '127.0.0.1', method: 'icmp', port: 443, every: '1s', timeout: '2s', last: 20 } as const;

/** The options of `ping` as it gets them. */
type PingOptions = Parameters<ReturnType<typeof ping>['read']>[0];

/** An empty folder that is gone after the test. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-ping-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A program that does so in a shell, in place of ping. */
export function program(...lines: readonly string[]): string {
  const path = join(folder(), 'ping');
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
  return path;
}

/** A program that does as ping when it is called so, such as BusyBox. */
export function asPing(program: string): string {
  const path = join(folder(), 'ping');
  symlinkSync(program, path);
  return path;
}

/** The source on a clock that is moved by hand, a second with each tick. */
export const bench = (options: Partial<PingOptions>, program?: string) =>
  sourceBench((context) => ping(program).read({ ...DEFAULTS, ...options }, context), onTestFinished);
