import { plainText } from '@lcdflow/core';

/** Letters of the longest text. */
const LONGEST = 128;

/** A container as the engine lists it (Docker Engine API, ContainerList). */
export interface Container {
  readonly id: string;
  readonly name: string;
  readonly image: string | undefined;
  /** `created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`. */
  readonly state: string | undefined;
  /** For people: `Up 3 hours (healthy)`. */
  readonly status: string | undefined;
  /** `healthy`, `unhealthy` or `starting`; `undefined` without a health check. */
  readonly health: string | undefined;
}

const oneLine = (value: unknown): string =>
  typeof value === 'string'
    ? [
        ...plainText(value.slice(0, 4 * LONGEST))
          .replace(/\s+/g, ' ')
          .trim(),
      ]
        .slice(0, LONGEST)
        .join('')
    : '';

/** Containers out of a list, by name; entries that are none are left out. `undefined` when it is no list. */
export function containersIn(answer: unknown): readonly Container[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  return answer.flatMap(containerIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function containerIn(entry: Readonly<Record<string, unknown>> | null): readonly Container[] {
  const { Id, Names, Image, State, Status } = entry ?? {};
  // The name becomes part of the address of its statistics.
  if (typeof Id !== 'string' || !/^[0-9a-f]{12,64}$/.test(Id)) return [];
  const [name] = Array.isArray(Names) ? Names : [];
  const status = oneLine(Status);
  return [
    {
      id: Id,
      name: oneLine(name).replace(/^\//, '') || Id.slice(0, 12),
      image: oneLine(Image),
      state: oneLine(State),
      status,
      health: healthIn(status),
    },
  ];
}

/** The list tells health only behind the status: `(healthy)`, `(unhealthy)`, `(health: starting)` or `(starting)`. */
const healthIn = (status: string): string | undefined =>
  /\((?:health: )?(healthy|unhealthy|starting)\)/.exec(status)?.[1];

const HALTED: ReadonlySet<string | undefined> = new Set([
  'created',
  'configured',
  'initialized',
  'exited',
  'stopped',
  'dead',
]);

/** How many there are of each kind. */
export const counts = (all: readonly Container[]) => ({
  running: all.filter(({ state }) => state === 'running').length,
  paused: all.filter(({ state }) => state === 'paused').length,
  stopped: all.filter(({ state }) => HALTED.has(state)).length,
  unhealthy: all.filter(({ health }) => health === 'unhealthy').length,
  total: all.length,
});
