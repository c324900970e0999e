import { LcdError } from '@lcdflow/core';
import { catchError, from, map, mergeMap, type Observable, of, reduce } from 'rxjs';
import type { Container } from './container.ts';
import type { Engine } from './engine.ts';
import { type Sample, sampleIn, type Usage, usage } from './stats.ts';

/** Questions at once. */
const AT_ONCE = 4;

/** What is known of containers by their ids, and why of some there is nothing. */
export interface Measured {
  readonly usages: ReadonlyMap<string, Usage>;
  readonly problem?: string;
}

/** Asks a few running containers at once; those that are not due and are known are left as they are. */
export function usagesOf(
  engine: Engine,
  shown: readonly Container[],
  known: ReadonlyMap<string, Usage>,
  isDue: boolean,
): Observable<Measured> {
  const running = shown.filter(({ state }) => state === 'running');
  const kept = running.flatMap(({ id }) => (!isDue && known.has(id) ? [[id, known.get(id)!] as const] : []));
  const start: Measured = { usages: new Map(kept) };
  return from(running.filter(({ id }) => !start.usages.has(id))).pipe(
    mergeMap((container) => sampled(engine, container).pipe(map((found) => ({ ...found, id: container.id }))), AT_ONCE),
    reduce(({ usages, problem: before }: Measured, { id, sample, problem = before }) => {
      const more = sample === undefined ? [] : [[id, usage(known.get(id)?.sample, sample)] as const];
      return { usages: new Map([...usages, ...more]), ...(problem !== undefined && { problem }) };
    }, start),
  );
}

interface Sampled {
  readonly sample?: Sample | undefined;
  readonly problem?: string;
}

/** A container that has gone in between has no statistics; that is no problem. */
const sampled = (engine: Engine, { id, name }: Container): Observable<Sampled> =>
  engine.ask(`/containers/${id}/stats?stream=false&one-shot=1`).pipe(
    map((answer): Sampled => ({ sample: sampleIn(answer) })),
    catchError((error: unknown) => {
      if (!(error instanceof LcdError)) throw error;
      return of<Sampled>(error.code === 'protocol' ? {} : { problem: `the statistics of ${name}: ${error.message}` });
    }),
  );
