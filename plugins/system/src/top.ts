import { type Attempt, defineSource } from '@lcdflow/core';
import { concatMap, defer, from, map, timer, toArray } from 'rxjs';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { type Counters, growthSinceLast, perSecond } from './growth.ts';
import { pageSize } from './page-size.ts';
import { pollSlowly } from './poll-slowly.ts';
import { type ProcessStat, parseProcessStat } from './process-stat.ts';

/** Ticks of a processor in a second, the same on every machine Linux shows its /proc on (proc(5), USER_HZ). */
const TICKS = 100;
/** Read in one go, in less than a millisecond; then others have their turn. */
const AT_ONCE = 50;
/** Processes that are looked at. */
const MOST = 5000;

/** The processes that need most, from /proc/N/stat. */
export const top = (files: Files) =>
  defineSource({
    name: 'top',
    meaning: 'The processes that need most of the processor or of the memory.',
    options: {
      type: 'object',
      properties: {
        by: { type: 'string', enum: ['cpu', 'memory'], default: 'cpu', description: 'What they are sorted by.' },
        count: { type: 'integer', minimum: 1, maximum: 100, default: 5, description: 'How many.' },
        every: everyOption('5s'),
      },
      additionalProperties: false,
    },
    describe: {
      'processes[].name': plain('Name of the program, at most 15 letters.'),
      'processes[].id': plain('Number of the process.'),
      'processes[].cpu': { unit: '%', meaning: 'Time at work since the measurement before; 100 % is one core.' },
      'processes[].memory': { unit: 'B', meaning: 'Main memory it holds, shared libraries included.' },
    },
    read: ({ by, count, every }, context) => {
      const grow = growthSinceLast<'ticks'>();
      const page = pageSize(files);
      return pollSlowly({ name: 'top', every, context, twice: true }, (now) =>
        processesOf(files).pipe(
          map((stats): Attempt => {
            const { seconds, grown } = grow(now, new Map(stats.map((stat) => [keyOf(stat), { ticks: stat.ticks }])));
            const share = (stat: ProcessStat) => shareOf(grown.get(keyOf(stat)), seconds);
            const all = stats.map((stat) => ({ stat, cpu: share(stat), memory: stat.pages * page }));
            all.sort((a, b) => (by === 'cpu' ? (b.cpu ?? -1) - (a.cpu ?? -1) : 0) || b.memory - a.memory);
            const shown = all.slice(0, count);
            return {
              readings: {
                processes: shown.map(({ stat, cpu, memory }) => ({ name: stat.name, id: stat.id, cpu, memory })),
              },
            };
          }),
        ),
      );
    },
  });

/** A number is given to another process some day, but not with the same start. */
const keyOf = ({ id, started }: ProcessStat): string => `${id} ${started}`;

const shareOf = (grown: Counters<'ticks'> | undefined, seconds: number | undefined): number | undefined => {
  const ticks = perSecond(grown?.ticks, seconds);
  return ticks === undefined ? undefined : (ticks * 100) / TICKS;
};

const processesOf = (files: Files) =>
  defer(() => from(chunksOf(idsOf(files)))).pipe(
    concatMap((ids) => timer(0).pipe(map(() => ids.flatMap((id) => statOf(files, id))))),
    toArray(),
    map((chunks) => chunks.flat()),
  );

function idsOf(files: Files): readonly string[] {
  // Says why where there is no /proc at all.
  files.text('/proc/stat');
  return files
    .entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .slice(0, MOST);
}

const chunksOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** One that has ended meanwhile is passed over. The kernel answers from memory, without the locks that `cmdline` takes. */
function statOf(files: Files, id: string): readonly ProcessStat[] {
  try {
    const stat = parseProcessStat(files.text(`/proc/${id}/stat`));
    return stat === undefined ? [] : [stat];
  } catch {
    return [];
  }
}
