import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceBench } from '@lcdflow/testkit';
import { expect, onTestFinished } from 'vitest';
import { type ExecOptions, exec } from '../src/exec.ts';

const DEFAULTS = { shell: false, every: '1s', follow: false, timeout: '10s', most: 65_536, accept: [0], folder: '.' };

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-exec-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The source with these options on a clock that is moved by hand, a second with each tick. */
export const bench = (options: Partial<ExecOptions> & Pick<ExecOptions, 'command'>, at = '/') =>
  sourceBench((context) => exec(at).read({ ...DEFAULTS, ...options }, context), onTestFinished);

/** Whether a process runs; one that has ended and is still in the table does not. */
export function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}

/** Waits until processes have ended. */
export const ended = (...pids: number[]): Promise<void> =>
  expect.poll(() => pids.filter(isRunning), { interval: 5, timeout: 5_000 }).toEqual([]);

/** Everything of this process that a source could forget. */
export const inUse = () => ({
  files: readdirSync('/proc/self/fd').length,
  listeners: process.listenerCount('exit'),
  resources: process.getActiveResourcesInfo().filter((name) => /Process|Pipe|Timeout/.test(name)).length,
});
