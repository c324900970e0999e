import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
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

/** The source on a clock that is moved by hand, a second with each tick. */
export function bench(options: Partial<PingOptions>, program?: string) {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const later = new Subject<number>();
  let now = 0;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const context: SourceContext = { ticks, log: { debug: write, info: write, warn: write, error: write } };
  const readings = ping(program).read({ ...DEFAULTS, ...options }, context);
  const tick = (ms = 1000) => {
    now += ms;
    later.next(now);
  };
  return { logged, tick, watch: () => watch(readings), listeners: () => later.observed };
}

function watch(readings: Observable<Readings>) {
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
