import { resolve } from 'node:path';
import { LcdError, oneAtATime } from '@lcdflow/core';
import { changesOf, readBeginning } from '@lcdflow/watch';
import { type Observable, throttleTime } from 'rxjs';
import type { Content } from './content.ts';

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

async function contentOf(path: string, most: number): Promise<Content> {
  try {
    const { text, size } = await readBeginning(path, most);
    if (size > most) return { problem: `${path}: has more than ${most} bytes` };
    const { readCalendar } = await import('./read-calendar.ts');
    return { calendar: readCalendar(text, path) };
  } catch (error) {
    if (error instanceof LcdError) return { problem: error.message };
    throw error;
  }
}
