import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
import { onTestFinished } from 'vitest';
import { mpd } from '../src/mpd.ts';

const DEFAULTS = { host: 'localhost', port: 6600, every: '1s', timeout: '5s' };

/** The options of `mpd` as it gets them. */
type MpdOptions = Parameters<typeof mpd.read>[0];

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-mpd-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The source on a clock that is moved by hand, a second with each tick. */
export function bench(options: Partial<MpdOptions>) {
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
  const readings = mpd.read({ ...DEFAULTS, ...options }, context);
  const tick = () => {
    now += 1000;
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
