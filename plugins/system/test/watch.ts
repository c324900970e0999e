import type { Logger, Readings, Source, SourceContext } from '@lcdflow/core';
import { asyncScheduler, concat, defer, map, type Observable, of, timer } from 'rxjs';
import { onTestFinished, vi } from 'vitest';

/** A source's context on the clock of vitest, with what it logged as `warn temperature: …`. */
export function contextOnFakeClock(): { context: SourceContext; logged: string[] } {
  const logged: string[] = [];
  const write = (level: string) => (message: string) => logged.push(`${level} ${message}`);
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } as Logger;
  return { context: { ticks: ticksOnMultiples, log }, logged };
}

function ticksOnMultiples(every: number): Observable<number> {
  return defer(() => {
    const now = asyncScheduler.now();
    const later = timer(every - (now % every), every).pipe(map(() => asyncScheduler.now()));
    return concat(of(now), later);
  });
}

/** What one subscriber gets from a source. */
export interface Watching {
  /** Every emission so far with the time it came at, in ms. */
  readonly seen: [at: number, readings: Readings][];
  /** The newest. */
  readonly last: Readings;
  /** The times alone. */
  readonly times: readonly number[];
  stop(): void;
}

/** Stops the clock at `start` (ms since 1970) for this test; `vi.advanceTimersByTime` moves it. */
export function clockAt(start: number): void {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

/** Reads a source, which can then be watched again and again. */
// biome-ignore lint/suspicious/noExplicitAny: the options belong to each source
export function reading<S extends Source<any>>(source: S, options: Parameters<S['read']>[0]) {
  const { context, logged } = contextOnFakeClock();
  const readings = source.read(options, context);
  return { logged, readings, watch: () => watch(readings) };
}

function watch(readings: Observable<Readings>): Watching {
  const seen: [number, Readings][] = [];
  const subscription = readings.subscribe((value) => seen.push([asyncScheduler.now(), value]));
  onTestFinished(() => subscription.unsubscribe());
  return {
    seen,
    get last() {
      return seen.at(-1)![1];
    },
    get times() {
      return seen.map(([at]) => at);
    },
    stop: () => subscription.unsubscribe(),
  };
}
