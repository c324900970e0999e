import { resolve } from 'node:path';
import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  describedInText,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  lineReadings,
  type OptionsOf,
  oneAtATime,
  TEXT_OPTIONS,
  wholeText,
} from '@lcdflow/core';
import { changesOf, pathOption } from '@lcdflow/watch';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  expand,
  filter,
  ignoreElements,
  map,
  type Observable,
  of,
  switchMap,
  throttleTime,
  timer,
  type Unsubscribable,
  using,
} from 'rxjs';
import { DESCRIBED_LINE, lineOption } from './line-option.ts';
import { newBookmark, Tail, type TailLines } from './tail.ts';

/** It is read at most so often (ms), and so much time lies between two pieces of it. */
const PACE = 20;

const OPTIONS = {
  type: 'object',
  properties: {
    path: pathOption('The log.'),
    filter: { type: 'string', format: 'regex', description: 'Only lines that match count; all when left out.' },
    last: { type: 'integer', minimum: 1, maximum: 1000, default: 10, description: 'How many lines are kept.' },
    longest: lineOption,
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['path'],
  additionalProperties: false,
} as const;

/** The newest lines of a log. Its path is relative to `folder`. */
export const log = (folder: string) =>
  defineSource({
    name: 'log',
    meaning: 'The newest lines of a log, also when it is rotated.',
    options: OPTIONS,
    describe: {
      ...DESCRIBED_LINE,
      'lines[]': { unit: '', meaning: 'The last lines, the newest last.' },
      count: { unit: '', meaning: 'How many lines have come since it was shown first.' },
      ...DESCRIBED_AGE,
    },
    describeFor: describedInText,
    read: (options, context) => {
      const path = resolve(folder, options.path);
      const next = turns();
      const bookmark = newBookmark(options.longest);
      const { told, failed } = teller(options);
      const news = (tail: Tail): Observable<Attempt> =>
        next(tail).pipe(
          expand((found) => (found === undefined ? EMPTY : timer(PACE).pipe(switchMap(() => next(tail))))),
          map(told),
          filter((attempt) => attempt !== undefined),
          catchError(failed),
        );
      return using(
        (): Reading => {
          const tail = new Tail(path, options.longest, bookmark);
          return { tail, unsubscribe: () => tail.close() };
        },
        (reading) =>
          changesOf(path).pipe(
            throttleTime(PACE, undefined, { leading: true, trailing: true }),
            oneAtATime(() => news((reading as Reading).tail)),
          ),
      ).pipe(keepReadings({ name: 'log', keep: options.keep, context }));
    },
  });

interface Reading extends Unsubscribable {
  readonly tail: Tail;
}

/** Reads on when what is being read has come, though whoever wanted that may have left. */
function turns(): (tail: Tail) => Observable<TailLines | undefined> {
  let reading: Promise<unknown> = Promise.resolve();
  return (tail) => {
    const mine = defer(() => {
      const lines = tail.next();
      reading = lines.catch(() => undefined);
      return lines;
    });
    return concat(defer(() => reading).pipe(ignoreElements()), mine);
  };
}

/** Makes attempts of what a tail gives, or of why it gives nothing. No attempt where nothing is new. */
function teller(options: OptionsOf<typeof OPTIONS>) {
  const wanted = options.filter === undefined ? undefined : new RegExp(options.filter);
  const understand = lineReadings(options);
  let last: readonly unknown[] = [];
  let count = 0;
  let isTold = false;
  const told = (found: TailLines | undefined): Attempt | undefined => {
    const lines = (found?.lines ?? []).filter((line) => wanted?.test(line) ?? true);
    if (lines.length === 0 && isTold) return undefined;
    isTold = true;
    if (!found?.isOld) count += lines.length;
    last = [...last, ...lines.map((line) => wholeText(line).text)].slice(-options.last);
    const { readings, problem } = understand(lines);
    return { readings: { ...readings, lines: last, count }, ...(problem !== undefined && { problem }) };
  };
  const failed = (error: unknown): Observable<Attempt> => {
    if (!(error instanceof LcdError)) throw error;
    isTold = false;
    return of({ problem: error.message });
  };
  return { told, failed };
}
