import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceContext } from '@lcdflow/core';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';
import { calendar } from '../src/calendar.ts';
import type { Found } from '../src/content.ts';
import { readCalendar } from '../src/read-calendar.ts';

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

/** What work comes to that is done bit by bit. */
export function finished<T>(bits: Generator<void, T>): T {
  for (;;) {
    const { done, value } = bits.next();
    if (done) return value;
  }
}

/** What is in a calendar between two times. */
export const foundIn = (text: string, from: number, to: number): Found =>
  finished(finished(readCalendar(text, 'x')).found(from, to));

const DEFAULTS = { days: 14, every: '15m', most: 2_097_152, timeout: '5s' };

/** The source on a clock that is moved by hand. */
export function bench(options: object, at = '/', begin = 0) {
  const read = (context: SourceContext) => calendar(at).read({ ...DEFAULTS, ...options } as never, context);
  const { tick, ...on } = sourceBench(read, onTestFinished, begin);
  let now = begin;
  const moveTo = (time: number) => {
    tick(time - now);
    now = time;
  };
  return { ...on, moveTo };
}
