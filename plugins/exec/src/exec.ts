import { resolve } from 'node:path';
import {
  type Attempt,
  DESCRIBED_AGE,
  DESCRIBED_TEXT,
  defineSource,
  describedInText,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  milliseconds,
  type OptionsOf,
  type Secret,
  TEXT_OPTIONS,
} from '@lcdflow/core';
import { catchError, concatMap, defer, exhaustMap, filter, forkJoin, type Observable, of, tap } from 'rxjs';
import { linesOf } from './lines-of.ts';
import { outcomeOf } from './outcome-of.ts';
import { commandRunner } from './run-command.ts';

const SHORTEST = 100;

const OPTIONS = {
  type: 'object',
  properties: {
    command: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', items: { type: 'string' }, minItems: 1 },
      ],
      description: 'The program with its arguments as a list, or a program alone; with a shell a text for it.',
      examples: [['sensors', '-j'], 'uptime'],
    },
    shell: { type: 'boolean', default: false, description: 'Whether the command is for a shell: pipes, `*`, `$HOME`.' },
    every: {
      type: 'string',
      format: 'duration',
      default: '10s',
      description: 'Time between two runs, at least 100ms; a run that takes longer is waited for.',
    },
    follow: {
      type: 'boolean',
      default: false,
      description: 'For a command that goes on: each line it prints counts at once. When it ends it is started again.',
    },
    timeout: { type: 'string', format: 'duration', default: '5s', description: 'How long a run may take.' },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 65_536,
      description: 'The most bytes it may print; with follow the most of a line.',
    },
    accept: {
      type: 'array',
      items: { type: 'integer', minimum: 0, maximum: 255 },
      default: [0],
      description: 'Exit codes that are no failure.',
    },
    folder: {
      type: 'string',
      minLength: 1,
      default: '.',
      description: "Where it runs; relative to the config's folder.",
    },
    environment: {
      type: 'object',
      propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
      additionalProperties: { type: 'string', format: 'secret' },
      description: 'Variables for it, beside those lcd has.',
    },
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['command'],
  additionalProperties: false,
} as const;

/** The options of `exec` as it gets them. */
export type ExecOptions = OptionsOf<typeof OPTIONS>;

/** What a command prints. Its folder is relative to `folder`. */
export const exec = (folder: string) =>
  defineSource({
    name: 'exec',
    meaning: 'What a command prints.',
    options: OPTIONS,
    describe: {
      ...DESCRIBED_TEXT,
      code: { unit: '', meaning: 'Its exit code; no value while it runs on.' },
      ...DESCRIBED_AGE,
    },
    describeFor: describedInText,
    read: (options, context) => {
      const { every, follow, keep } = options;
      const period = Math.max(SHORTEST, milliseconds(every)!);
      const attempts = attemptsOf(options, resolve(folder, options.folder));
      let succeeded = Number.NEGATIVE_INFINITY;
      const note =
        (now: number) =>
        ({ problem }: Attempt) => {
          if (problem === undefined) succeeded = now;
        };
      // Who comes back within the same period sees what is still known.
      const isDue = (now: number) => follow || Math.floor(now / period) !== Math.floor(succeeded / period);
      return context.ticks(period).pipe(
        filter(isDue),
        exhaustMap((now) => attempts.pipe(tap(note(now)))),
        keepReadings({ name: 'exec', keep, context }),
      );
    },
  });

/** Runs the command whenever it is subscribed, when the run before has gone. */
function attemptsOf(options: ExecOptions, folder: string): Observable<Attempt> {
  const { command, shell, follow } = options;
  const words = typeof command === 'string' ? [command] : command;
  const run = commandRunner();
  return defer(() => environmentOf(options.environment)).pipe(
    concatMap((environment) => {
      const events = run({ words, shell, folder, environment });
      return follow ? linesOf(events, options) : outcomeOf(events, options);
    }),
    catchError((error: unknown) => {
      if (error instanceof LcdError) return of<Attempt>({ problem: error.message });
      throw error;
    }),
  );
}

function environmentOf(secrets: Readonly<Record<string, Secret>> = {}): Observable<Readonly<Record<string, string>>> {
  if (Object.keys(secrets).length === 0) return of({});
  return forkJoin(Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.reveal()])));
}
