import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
import { onTestFinished } from 'vitest';
import { mqtt } from '../src/mqtt.ts';
import type { MqttOptions } from '../src/options.ts';

const DEFAULTS = { version: '3.1.1', qos: 0, retained: true, alive: '30s', timeout: '10s', most: 65_536 } as const;

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-mqtt-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The source on a clock that is moved by hand, a second with each tick. */
export function bench(options: Partial<MqttOptions> & Pick<MqttOptions, 'url'>) {
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
  const readings = mqtt('/').read({ ...DEFAULTS, readings: { t: 't' }, ...options }, context);
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
