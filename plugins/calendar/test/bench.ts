import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
import { onTestFinished } from 'vitest';
import { calendar } from '../src/calendar.ts';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-calendar-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A web server on loopback that answers so. */
export async function site(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A calendar of these events, each given by its lines. */
export const icalendar = (...events: readonly string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
    ...events.map((lines) => (lines.startsWith('BEGIN:') ? lines : `BEGIN:VEVENT\n${lines}\nEND:VEVENT`)),
    'END:VCALENDAR\n',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');

const DEFAULTS = { days: 14, every: '15m', most: 2_097_152, timeout: '5s' };

/** The source on a clock that is moved by hand. */
export function bench(options: object, at = '/', begin = 0) {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const later = new Subject<number>();
  let now = begin;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const context: SourceContext = { ticks, log: { debug: write, info: write, warn: write, error: write } };
  const readings = calendar(at).read({ ...DEFAULTS, ...options } as never, context);
  const moveTo = (time: number) => {
    now = time;
    later.next(now);
  };
  return { logged, moveTo, watch: () => watch(readings) };
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
    for (;;) {
      const value = await next();
      if (isRight(value)) return value;
    }
  };
  return { seen, next, until, stop };
}
