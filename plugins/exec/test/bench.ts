import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
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
export function bench(options: Partial<ExecOptions> & Pick<ExecOptions, 'command'>, at = '/') {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const later = new Subject<number>();
  let now = 0;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const log = { debug: write, info: write, warn: write, error: write };
  const readings = exec(at).read({ ...DEFAULTS, ...options }, { ticks, log });
  const tick = () => {
    now += 1000;
    later.next(now);
  };
  return { logged, tick, watch: () => watch(readings) };
}

/** One who shows the readings. */
export interface Watching {
  readonly seen: Readings[];
  /** The next readings, or those that came since the last call. */
  next(): Promise<Readings>;
  /** The first of the next readings that is as expected. */
  until(isRight: (readings: Readings) => boolean): Promise<Readings>;
  stop(): void;
}

function watch(readings: Observable<Readings>): Watching {
  const seen: Readings[] = [];
  let told = 0;
  let wake = () => {};
  const subscription = readings.subscribe((value) => {
    seen.push(value);
    wake();
  });
  const stop = () => subscription.unsubscribe();
  onTestFinished(stop);
  const next = async (): Promise<Readings> => {
    if (told === seen.length)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return seen[told++]!;
  };
  const until = async (isRight: (readings: Readings) => boolean): Promise<Readings> => {
    const value = await next();
    return isRight(value) ? value : until(isRight);
  };
  return { seen, next, until, stop };
}

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
