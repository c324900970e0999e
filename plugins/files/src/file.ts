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
  oneAtATime,
  TEXT_OPTIONS,
  type TextOptions,
  textReadings,
  wholeText,
} from '@lcdflow/core';
import { changesOf, pathOption, readBeginning } from '@lcdflow/watch';
import { concat, defer, EMPTY, ignoreElements, merge, type Observable, of, throttleTime, timeout } from 'rxjs';

/** Writers write in several steps: so long (ms) is waited for the next one. */
const SETTLING = 50;
/** A disk that takes longer (ms) is taken for one that does not answer. */
const PATIENCE = 5_000;

const OPTIONS = {
  type: 'object',
  properties: {
    path: pathOption('The file.'),
    every: {
      type: 'string',
      format: 'duration',
      description: 'Reads it so often as well: for /proc, /sys and network drives, where nobody tells of changes.',
    },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 65_536,
      description: 'How many bytes are read; the rest of the file does not count.',
    },
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['path'],
  additionalProperties: false,
} as const;

/** What is in a file. Its path is relative to `folder`. */
export const file = (folder: string) =>
  defineSource({
    name: 'file',
    meaning: 'What is in a file, read when it changes.',
    options: OPTIONS,
    describe: {
      ...DESCRIBED_TEXT,
      size: { unit: 'B', meaning: 'Size of the whole file.' },
      modified: { unit: 'ms', meaning: 'When it was written last: milliseconds since 1970.' },
      ...DESCRIBED_AGE,
    },
    describeFor: describedInText,
    read: (options, context) => {
      const path = resolve(folder, options.path);
      const read = reader(path, options);
      const every =
        options.every === undefined ? EMPTY : context.ticks(Math.max(SETTLING, milliseconds(options.every)!));
      return merge(changesOf(path), every).pipe(
        throttleTime(SETTLING, undefined, { leading: true, trailing: true }),
        oneAtATime(read),
        keepReadings({ name: 'file', keep: options.keep, context }),
      );
    },
  });

/** Reads the file, after what is being read already, whoever comes and goes. */
function reader(path: string, options: TextOptions & { readonly most: number }): () => Observable<Attempt> {
  const understand = textReadings(options);
  let reading: Promise<unknown> = Promise.resolve();
  const attempt = async (): Promise<Attempt> => {
    try {
      const { text, size, modified } = await readBeginning(path, options.most);
      const { readings, problem } = understand(text);
      return {
        readings: { ...wholeText(text), size, modified, ...readings },
        ...(problem !== undefined && { problem }),
      };
    } catch (error) {
      if (error instanceof LcdError) return { problem: error.message };
      throw error;
    }
  };
  const next = defer(() => {
    const mine = attempt();
    reading = mine.catch(() => undefined);
    return mine;
  });
  const late = () => of<Attempt>({ problem: `${path}: no answer within ${PATIENCE / 1000} s` });
  return () => concat(defer(() => reading).pipe(ignoreElements()), next).pipe(timeout({ first: PATIENCE, with: late }));
}
