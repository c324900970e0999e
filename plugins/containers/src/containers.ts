import process from 'node:process';
import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  milliseconds,
  oneAtATime,
  revive,
  type SourceContext,
} from '@lcdflow/core';
import { defer, filter, merge, type Observable, of, skip, switchMap, tap } from 'rxjs';
import { type Engine, engineAt } from './engine.ts';
import { isChange } from './event.ts';
import { socketOf, socketPlaces } from './socket.ts';
import { type Survey, surveyOf } from './survey.ts';

const SHORTEST = 1_000;
/** ms at least from one survey to the next. */
const BETWEEN_SURVEYS = 200;

const OPTIONS = {
  type: 'object',
  properties: {
    socket: {
      type: 'string',
      minLength: 1,
      description:
        "Where Docker or Podman listens; relative to the config's folder. Left out: the first that is there of /run/docker.sock, /run/podman/podman.sock, and docker.sock and podman/podman.sock in XDG_RUNTIME_DIR.",
    },
    every: {
      type: 'string',
      format: 'duration',
      default: '30s',
      description: 'Time between two lists while nothing happens, and between two measurements, at least 1s.',
    },
    names: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      maxItems: 100,
      description: 'Only these containers are listed, in this order; left out, the first 100 by name.',
    },
    stats: {
      type: 'boolean',
      default: false,
      description: 'Whether CPU and memory of the listed containers are measured, too.',
    },
    images: { type: 'boolean', default: false, description: 'Whether images are counted, too.' },
    timeout: { type: 'string', format: 'duration', default: '5s', description: 'How long an answer may take.' },
    keep: KEEP_OPTION,
  },
  additionalProperties: false,
} as const;

const plain = (meaning: string) => ({ unit: '', meaning });
const count = (meaning: string) => ({ unit: '', range: [0, 'total'] as const, meaning });

/** Containers of Docker or Podman. A socket that the options name is relative to `folder`, others are looked for at `places`. */
export const containers = (folder: string, places = socketPlaces(process.env)) =>
  defineSource({
    name: 'containers',
    meaning: 'Containers of Docker or Podman.',
    options: OPTIONS,
    describe: {
      running: count('How many run.'),
      paused: count('How many are paused.'),
      stopped: count('How many have ended, or were never started.'),
      unhealthy: count('How many fail their health check.'),
      total: plain('How many there are.'),
      images: plain('How many images there are; only with `images`.'),
      'containers[].name': plain('The name of container 0, 1, 2 …'),
      'containers[].image': plain('What it was made from.'),
      'containers[].state': plain('`created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`.'),
      'containers[].status': plain('The same for people, and since when: `Up 3 hours (healthy)`.'),
      'containers[].health': plain('`healthy`, `unhealthy` or `starting`; no value without a health check.'),
      'containers[].cpu': { unit: '%', meaning: 'How busy it is; 100 is one CPU. Only with `stats`.' },
      'containers[].memory': { unit: 'B', meaning: 'Memory without the cache of files; only with `stats`.' },
      ...DESCRIBED_AGE,
    },
    read: (options, context) => {
      const { socket, every, timeout, keep } = options;
      const period = Math.max(SHORTEST, milliseconds(every)!);
      const survey = surveyOf(options);
      return socketOf(socket, folder, places).pipe(
        switchMap((path) => followed(engineAt(path, milliseconds(timeout)!), survey, context.ticks(period))),
        revive(problemOf),
        keepReadings({ name: 'containers', keep, context }),
      );
    },
  });

/** Listens first, so that nothing is missed between the list and the first event. Errors when the engine has gone. */
const followed = (engine: Engine, survey: Survey, ticks: ReturnType<SourceContext['ticks']>): Observable<Attempt> =>
  defer(() => {
    let isDue = true;
    const due = ticks.pipe(
      skip(1),
      tap(() => {
        isDue = true;
      }),
    );
    const changes = engine.events(EVENTS).pipe(filter((line) => line === '' || isChange(line)));
    const surveyed = oneAtATime(() => {
      const wasDue = isDue;
      isDue = false;
      return survey(engine, wasDue);
    }, BETWEEN_SURVEYS);
    return merge(changes, due).pipe(surveyed);
  });

const EVENTS = `/events?filters=${encodeURIComponent('{"type":["container"]}')}`;

function problemOf(error: unknown): Observable<Attempt> {
  if (error instanceof LcdError) return of({ problem: error.message });
  throw error;
}
