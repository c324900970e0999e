import { type Attempt, LcdError, type Readings } from '@lcdflow/core';
import { forkJoin, map, type Observable, of, switchMap } from 'rxjs';
import { type Container, containersIn, counts } from './container.ts';
import type { Engine } from './engine.ts';
import type { Usage } from './stats.ts';
import { type Measured, usagesOf } from './usages.ts';

/** Containers that are listed at most. */
const MOST = 100;

/** What is asked beside the list. */
export interface Wanted {
  /** Only these are listed, in this order. */
  readonly names?: readonly string[];
  readonly stats: boolean;
  readonly images: boolean;
}

/** Asks for everything that is wanted; what costs more only when it is due, else it is as it was. */
export type Survey = (engine: Engine, isDue: boolean) => Observable<Attempt>;

/** To be made once in `read`: how busy a container is shows from one sample to the next. */
export function surveyOf({ names, stats, images }: Wanted): Survey {
  let known: ReadonlyMap<string, Usage> = new Map();
  let count: number | undefined;
  const measured = (engine: Engine, shown: readonly Container[], isDue: boolean) =>
    (stats ? usagesOf(engine, shown, known, isDue) : of<Measured>({ usages: known })).pipe(
      map(({ usages, problem }) => {
        known = usages;
        return { containers: shown.map((container) => withUsage(container, usages.get(container.id))), problem };
      }),
    );
  const counted = (engine: Engine, isDue: boolean) =>
    (images && isDue ? engine.ask('/images/json').pipe(map(lengthOf)) : of(count)).pipe(
      map((found) => {
        count = found;
        return images ? { images: found } : {};
      }),
    );
  return (engine, isDue) =>
    engine.ask('/containers/json?all=1').pipe(
      map(listed),
      switchMap((all) =>
        forkJoin([measured(engine, chosen(all, names), isDue), counted(engine, isDue)]).pipe(
          map(([{ containers, problem }, more]) => ({
            readings: { ...counts(all), ...more, containers },
            ...(problem !== undefined && { problem }),
          })),
        ),
      ),
    );
}

const lengthOf = (answer: unknown): number | undefined => (Array.isArray(answer) ? answer.length : undefined);

function listed(answer: unknown): readonly Container[] {
  const all = containersIn(answer);
  if (all === undefined) throw new LcdError('protocol', 'expected a list of containers');
  return all;
}

/** A name that no container has keeps its place. */
function chosen(all: readonly Container[], names: readonly string[] | undefined): readonly Container[] {
  if (names === undefined) return all.slice(0, MOST);
  const absent = { id: '', image: undefined, state: undefined, status: undefined, health: undefined };
  return names.slice(0, MOST).map((name) => all.find((one) => one.name === name) ?? { ...absent, name });
}

const withUsage = ({ id, ...told }: Container, used: Usage | undefined): Readings => ({
  ...told,
  cpu: used?.cpu,
  memory: used?.sample.memory,
});
