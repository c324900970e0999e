import { type Logger, type Readings, type SourcePlan, sourceHub } from '@lcdflow/core';
import { type Observable, scan, startWith } from 'rxjs';
import type { Costed } from './cost.ts';

/** A source and what it has said so far. */
export interface MeasuredSource {
  readonly plan: SourcePlan;
  readonly readings: Readings;
  /** µs of this program for one set of readings: the least that one has cost. */
  readonly cost?: number;
  /** Why something is missing. */
  readonly missing?: string;
}

type Measure = (readings: Observable<Readings>) => Observable<Costed<Readings>>;

/** Polls a source while subscribed: at once without readings, then with each new ones. Its warnings are not logged. */
export function measuredSource(plan: SourcePlan, log: Logger, measure: Measure): Observable<MeasuredSource> {
  let missing: string | undefined;
  const warn = (message: string) => {
    missing = message;
  };
  const info = (message: string) => {
    missing = undefined;
    log.debug(message);
  };
  return measure(sourceHub([plan], { ...log, warn, info }).readings(plan.name)).pipe(
    scan(
      (before: MeasuredSource, { value, cost }) => ({
        plan,
        readings: value,
        cost: Math.min(cost, before.cost ?? cost),
        ...(missing === undefined ? {} : { missing }),
      }),
      { plan, readings: {} },
    ),
    startWith({ plan, readings: {} }),
  );
}
