import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readings, Secret, type SourceContext } from '@lcdflow/core';
import { type Observable, of } from 'rxjs';
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
export function bench(options: object, at = '/') {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const context: SourceContext = {
    ticks: () => of(1000),
    log: { debug: write, info: write, warn: write, error: write },
  };
  const all = { ...DEFAULTS, password: new Secret(PASSWORD), tls: false, ...options };
  const readings = imap(at).read(all as never, context);
  return { logged, readings, watch: () => watch(readings) };
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
