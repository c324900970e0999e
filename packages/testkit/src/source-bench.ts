import type { Readings, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';

/** One who shows the readings of a source. */
export interface Watching {
  readonly seen: readonly Readings[];
  /** The next readings, or those that came since the last call. */
  next(): Promise<Readings>;
  /** The first of the next readings that is as expected. */
  until(isRight: (readings: Readings) => boolean): Promise<Readings>;
  stop(): void;
}

/** A source in real time on a clock that is moved by hand. */
export interface SourceBench {
  /** What it has logged, on any level. */
  readonly logged: string[];
  /** Moves the clock on, a second when left out. */
  tick(ms?: number): void;
  /** Whether anything waits for the clock. */
  listeners(): boolean;
  watch(): Watching;
}

/**
 * Puts a source on a bench: `read` gets the context that a program would give. `finished` is told what ends a watcher
 * whom the test forgets, such as vitest's `onTestFinished`. The clock begins at `begin`, in ms since 1970.
 */
export function sourceBench(
  read: (context: SourceContext) => Observable<Readings>,
  finished: (stop: () => void) => void,
  begin = 0,
): SourceBench {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const later = new Subject<number>();
  let now = begin;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const readings = read({ ticks, log: { debug: write, info: write, warn: write, error: write } });
  const tick = (ms = 1_000) => {
    now += ms;
    later.next(now);
  };
  return { logged, tick, listeners: () => later.observed, watch: () => watching(readings, finished) };
}

function watching(readings: Observable<Readings>, finished: (stop: () => void) => void): Watching {
  const seen: Readings[] = [];
  let told = 0;
  let wake = () => {};
  const subscription = readings.subscribe((value) => {
    seen.push(value);
    wake();
  });
  const stop = () => subscription.unsubscribe();
  finished(stop);
  const next = async (): Promise<Readings> => {
    if (told === seen.length)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return seen[told++]!;
  };
  const until: Watching['until'] = async (isRight) => {
    for (;;) {
      const value = await next();
      if (isRight(value)) return value;
    }
  };
  return { seen, next, until, stop };
}
