import { resolve } from 'node:path';
import { LcdError, oneAtATime } from '@lcdflow/core';
import { changesOf, readBeginning } from '@lcdflow/watch';
import { catchError, forkJoin, map, type Observable, of, switchMap, throttleTime } from 'rxjs';
import type { Content } from './content.ts';
import { inTurns } from './turns.ts';

/** Writers write in several steps: so long (ms) is waited for the next one. */
const SETTLING = 50;

/** What is in a file of at most so many bytes, whenever it changes. */
export function calendarFile(name: string, folder: string, most: number): Observable<Content> {
  const path = resolve(folder, name);
  return changesOf(path).pipe(
    throttleTime(SETTLING, undefined, { leading: true, trailing: true }),
    oneAtATime(() => contentOf(path, most)),
  );
}

function contentOf(path: string, most: number): Observable<Content> {
  return forkJoin([textOf(path, most), import('./read-calendar.ts')]).pipe(
    switchMap(([text, { readCalendar }]) => inTurns(() => readCalendar(text, path))),
    map((calendar) => ({ calendar })),
    catchError((error: unknown) => {
      if (error instanceof LcdError) return of({ problem: error.message });
      throw error;
    }),
  );
}

async function textOf(path: string, most: number): Promise<string> {
  const { text, size } = await readBeginning(path, most);
  if (size > most) throw new LcdError('protocol', `${path}: has more than ${most} bytes`);
  return text;
}
