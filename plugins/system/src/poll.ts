import { milliseconds, type Readings, type SourceContext } from '@lcdflow/core';
import { concat, defer, distinctUntilChanged, filter, map, type Observable, take } from 'rxjs';
import { attempts, MISSING } from './attempt.ts';

const SHORTEST = 50;
const SOON = 250;
const FRESH = 100;

/** Whose poll it is and how often. */
export interface Polling {
  /** The source's name. */
  readonly name: string;
  /** A duration; shorter than 50 ms counts as 50 ms. */
  readonly every: string;
  readonly context: SourceContext;
  /** True for rates: they need a second sample, which then comes after about 250 ms, however long `every` is. */
  readonly twice?: boolean;
}

/**
 * Calls `read` at once and then at each multiple of `every`. It remembers across subscriptions: after a pause the first
 * rate is the mean since the last sample. An `LcdError` of `read` means no values and one message.
 */
export function poll(
  { name, every, context, twice = false }: Polling,
  read: (now: number) => Readings,
): Observable<Readings> {
  const interval = period(every);
  const fresh = Math.min(FRESH, interval / 2);
  const { succeeded, failed } = attempts(name, context.log);
  let samples = 0;
  let sampled = Number.NEGATIVE_INFINITY;
  let last = MISSING;

  const sample = (now: number): Readings => {
    // Two ticks can fall together; a rate over a few milliseconds is noise.
    if (now >= sampled && now - sampled < fresh) return last;
    samples++;
    sampled = now;
    try {
      last = succeeded(read(now));
    } catch (error) {
      last = failed(error);
    }
    return last;
  };

  return defer(() => ticksOf(context, interval, twice && samples < 2)).pipe(map(sample), distinctUntilChanged());
}

/** Ticks at each multiple of `every` (ms), with a second one soon when one sample says nothing. */
export const ticksOf = (context: SourceContext, every: number, soon: boolean): Observable<number> =>
  soon ? soonAndThen(context, every) : context.ticks(every);

/** Milliseconds between two polls. */
export const period = (every: string): number => Math.max(SHORTEST, milliseconds(every) ?? 1000);

/** Ticks at once, about 250 ms later (125 to 375, for ticks fall on multiples), then at each multiple of `every`. */
function soonAndThen(context: SourceContext, every: number): Observable<number> {
  if (every <= SOON) return context.ticks(every);
  const soon = defer(() => {
    let start = 0;
    return context.ticks(SOON).pipe(
      filter((now, index) => {
        if (index === 0) start = now;
        return index !== 1 || now - start >= SOON / 2;
      }),
      take(2),
    );
  });
  return concat(soon, context.ticks(every));
}
