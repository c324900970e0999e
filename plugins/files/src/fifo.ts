import { resolve } from 'node:path';
import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  describedInText,
  KEEP_OPTION,
  keepReadings,
  lineCutter,
  lineReadings,
  MOST_LINES_AT_ONCE,
  TEXT_OPTIONS,
} from '@lcdflow/core';
import { changesOf, pathOption } from '@lcdflow/watch';
import { concatMap, defer, distinctUntilChanged, filter, map, type Observable, of, switchMap } from 'rxjs';
import { fifoAt, messagesIn } from './fifo-bytes.ts';
import { DESCRIBED_LINE, lineOption } from './line-option.ts';

const OPTIONS = {
  type: 'object',
  properties: {
    path: pathOption('The FIFO, as `mkfifo` makes it.'),
    longest: lineOption,
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['path'],
  additionalProperties: false,
} as const;

/** What others write into a FIFO. Its path is relative to `folder`. */
export const fifo = (folder: string) =>
  defineSource({
    name: 'fifo',
    meaning: 'Lines that other programs write into a FIFO.',
    options: OPTIONS,
    describe: { ...DESCRIBED_LINE, ...DESCRIBED_AGE },
    describeFor: describedInText,
    read: (options, context) => {
      const path = resolve(folder, options.path);
      const read = lineReadings(options);
      return changesOf(path).pipe(
        filter((change) => change === 'place'),
        concatMap(() => fifoAt(path)),
        distinctUntilChanged((before, now) => JSON.stringify(before) === JSON.stringify(now)),
        switchMap(({ problem }) => (problem === undefined ? attempts(path, options.longest, read) : of({ problem }))),
        keepReadings({ name: 'fifo', keep: options.keep, context }),
      );
    },
  });

/** What each writer that leaves has begun counts as a line. */
function attempts(path: string, longest: number, read: ReturnType<typeof lineReadings>): Observable<Attempt> {
  return defer(() => {
    const cutter = lineCutter(longest, MOST_LINES_AT_ONCE);
    return messagesIn(path).pipe(
      map((bytes) => (bytes === 'end' ? [cutter.rest()].filter((rest) => rest !== undefined) : cutter.add(bytes))),
      filter((lines) => lines.length > 0),
      map(read),
    );
  });
}
