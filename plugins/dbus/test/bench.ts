import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, Source } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-dbus-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The path of one that listens and is no bus. */
export async function listener(react: (socket: Socket) => void): Promise<string> {
  const path = join(folder(), 'bus');
  const server = createServer((socket) => react(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  return path;
}

/** A source with its default options beside these, on a clock that is moved by hand, a second with each tick. */
export function bench(source: Source, options: object) {
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
  const defaults = Object.entries(source.options.properties).flatMap(([name, option]) =>
    option.default === undefined ? [] : [[name, option.default]],
  );
  const readings = source.read({ ...Object.fromEntries(defaults), ...options } as never, { ticks, log });
  const tick = () => {
    now += 1000;
    later.next(now);
  };
  return { logged, tick, watch: () => watch(readings) };
}

/** One who shows the readings. */
export interface Watching {
  readonly seen: Readings[];
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
  const until: Watching['until'] = async (isRight) => {
    for (;;) {
      while (told < seen.length) {
        const value = seen[told++]!;
        if (isRight(value)) return value;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { seen, until, stop };
}
