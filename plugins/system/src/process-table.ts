import { concat, concatMap, defer, from, ignoreElements, map, type Observable, of, tap, timer } from 'rxjs';
import type { Files } from './files.ts';
import { isCount } from './growth.ts';
import { processIds } from './process-ids.ts';
import { type ProcessStat, parseProcessStat } from './process-stat.ts';

/** Ticks of a processor in a second, the same on every machine Linux shows its /proc on (proc(5), USER_HZ). */
const TICKS = 100;
/** Read in one go, in less than a millisecond; then others have their turn. */
const AT_ONCE = 50;
/** Processes that are looked at. */
const MOST = 5000;
/** Two ticks can fall together; over a few ms (these) nothing can be said. */
const AGAIN = 40;
/** How long (ms) one that did nothing is left alone: three seconds, less what a tick may come too soon. */
const REST = 2900;
/** The same for one that holds no memory, which are the threads of the kernel: half of all on a small machine. */
const LONG_REST = 3 * REST;

/** A process as it was when it was last looked at. */
export interface Process {
  readonly stat: ProcessStat;
  /** Percent of a core between the last two looks; `undefined` after the first one. */
  readonly cpu: number | undefined;
  /** When it was looked at, in ms. */
  readonly looked: number;
}

/** Looks at all processes, but seldom at those that did nothing: most sleep, and each look costs 10 to 20 µs. */
export function processTable(files: Files): (now: number) => Observable<Iterable<Process>> {
  const table = new Map<string, Process>();
  const look = (id: string, now: number): void => {
    const stat = statOf(files, id);
    if (stat === undefined) table.delete(id);
    else table.set(id, { stat, cpu: shareOf(table.get(id), stat, now), looked: now });
  };
  const lookAtEach = (ids: readonly string[], now: number): void => {
    for (const id of ids) look(id, now);
  };
  const forgetAllBut = (ids: readonly string[]): void => {
    const present = new Set(ids);
    for (const id of table.keys()) if (!present.has(id)) table.delete(id);
  };
  return (now) =>
    defer(() => {
      const ids = idsOf(files, now);
      forgetAllBut(ids);
      const chunks = chunksOf(ids.filter((id) => !isResting(table.get(id), now)));
      const looks = from(chunks).pipe(
        concatMap((chunk, index) => (index === 0 ? of(0) : timer(0)).pipe(tap(() => lookAtEach(chunk, now)))),
      );
      return concat(looks.pipe(ignoreElements()), of(table)).pipe(map(() => table.values()));
    });
}

function idsOf(files: Files, now: number): readonly string[] {
  const ids = processIds(files, now);
  // Says why where there is no /proc at all.
  if (ids.length === 0) files.text('/proc/stat');
  return ids.slice(0, MOST);
}

const chunksOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

function isResting(process: Process | undefined, now: number): boolean {
  const age = process === undefined ? Number.NaN : now - process.looked;
  return age >= 0 && age < restOf(process!);
}

const restOf = ({ cpu, stat }: Process): number => (cpu !== 0 ? AGAIN : stat.pages === 0 ? LONG_REST : REST);

/** One that has ended meanwhile is passed over. The kernel answers from memory, without the locks that `cmdline` takes. */
function statOf(files: Files, id: string): ProcessStat | undefined {
  try {
    return parseProcessStat(files.page(`/proc/${id}/stat`));
  } catch {
    return undefined;
  }
}

/** A number is given to another process some day, but not with the same start. */
function shareOf(before: Process | undefined, { started, ticks }: ProcessStat, now: number): number | undefined {
  if (before?.stat.started !== started || now <= before.looked) return undefined;
  const grown = ticks - before.stat.ticks;
  return isCount(grown) ? (grown * 100_000) / TICKS / (now - before.looked) : undefined;
}
