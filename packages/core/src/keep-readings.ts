import { concat, EMPTY, map, type Observable, type OperatorFunction, of, startWith, switchMap, take } from 'rxjs';
import { milliseconds } from './duration.ts';
import { elapse } from './elapse.ts';
import type { Logger, Readings, Source, SourceContext } from './types.ts';

/** What one try to measure gave. */
export interface Attempt {
  /** What there is; with a problem those that are there all the same. */
  readonly readings?: Readings;
  /** Why something is missing: what was expected, in lower case. */
  readonly problem?: string;
}

/** Whose readings they are. */
export interface Keeping {
  /** The source's name; begins each message. */
  readonly name: string;
  /** How long readings live; see `KEEP_OPTION`. */
  readonly keep?: string | undefined;
  readonly context: SourceContext;
}

/** For the options of a source that uses `keepReadings`. */
export const KEEP_OPTION = {
  type: 'string',
  format: 'duration',
  description:
    'How long the last values stay when no new ones come. Left out: until measuring fails, and for ever where it does not.',
} as const;

/** For the `describe` of a source that uses `keepReadings`. */
export const DESCRIBED_AGE: Source['describe'] = {
  updated: { unit: 'ms', meaning: 'When the values came: milliseconds since 1970.' },
  stale: { unit: '', meaning: 'Whether measuring has failed since, or nothing came for too long.' },
};

interface Kept {
  readonly readings: Readings;
  readonly at: number;
}

const LONG = 3_600_000;

/** Tells each new problem once, and once that there is none any more. */
function troubleOf(name: string, log: Logger) {
  let trouble: string | undefined;
  return {
    now: () => trouble,
    tell: (problem: string | undefined): void => {
      if (problem === undefined && trouble !== undefined) log.info(`${name}: is back`);
      if (problem !== undefined && problem !== trouble) log.warn(`${name}: ${problem}`);
      trouble = problem;
    },
  };
}

/**
 * Readings out of attempts: adds when they came and whether they are stale, keeps the last ones for a while when there
 * are no new ones, and tells once when something is missing and once when it is back. To be made once in `read`: it
 * remembers across subscriptions, and who comes back sees the last readings first.
 */
export function keepReadings({ name, keep, context }: Keeping): OperatorFunction<Attempt, Readings> {
  const life = keep === undefined ? Number.POSITIVE_INFINITY : milliseconds(keep)!;
  const now = context.ticks(LONG).pipe(take(1));
  const trouble = troubleOf(name, context.log);
  let last: Kept | undefined;

  const shown = (kept: Kept | undefined, more: Readings = {}): Readings => ({
    ...kept?.readings,
    ...more,
    updated: last?.at,
    stale: trouble.now() !== undefined,
  });
  /** What is known goes on for the rest of its life, then there is nothing more. */
  const living = (time: number, more: Readings = {}): Observable<Readings> => {
    const left = last === undefined ? 0 : life - Math.max(0, time - last.at);
    if (left <= 0) return of(shown(undefined, more));
    if (left === Number.POSITIVE_INFINITY) return of(shown(last, more));
    const over = elapse(left).pipe(
      map(() => {
        trouble.tell(trouble.now() ?? `nothing new for ${keep}`);
        return shown(undefined);
      }),
    );
    return concat(of(shown(last, more)), over);
  };
  const next = ({ readings = {}, problem }: Attempt, time: number): Observable<Readings> => {
    trouble.tell(problem);
    if (problem !== undefined && keep === undefined) last = undefined;
    if (problem === undefined) last = { readings, at: time };
    return living(time, problem === undefined ? {} : readings);
  };
  const turn = (attempt: Attempt | undefined): Observable<Readings> => {
    if (attempt === undefined && last === undefined) return EMPTY;
    return now.pipe(switchMap((time) => (attempt === undefined ? living(time) : next(attempt, time))));
  };
  return (attempts) => attempts.pipe(startWith(undefined), switchMap(turn));
}
