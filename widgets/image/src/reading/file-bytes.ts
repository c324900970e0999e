import { constants, watch } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { LcdError, messageOf } from '@lcdflow/core';
import {
  catchError,
  concatMap,
  debounceTime,
  defer,
  distinctUntilChanged,
  from,
  map,
  merge,
  Observable,
  of,
  Subject,
  startWith,
  switchMap,
  tap,
} from 'rxjs';
import { MOST_BYTES, type Reading } from './reading.ts';

/** Who writes a file does so in pieces: it is read when nothing has happened to it for so many ms. */
const CALM = 50;

/**
 * What is in a file, at once and again when it has changed, by the events of the kernel. It may be missing, be replaced,
 * and be a link; its folder must be there, else this errors with `not-found`.
 */
export function fileBytes(path: string): Observable<Reading> {
  return changesOf(path).pipe(
    debounceTime(CALM),
    startWith(undefined),
    concatMap(() => from(read(path)).pipe(catchError((error: unknown) => of(unreadable(path, error))))),
    distinctUntilChanged((before, now) => isSame(before, now)),
  );
}

const isSame = (before: Reading, now: Reading): boolean =>
  before instanceof Uint8Array && now instanceof Uint8Array
    ? Buffer.compare(before, now) === 0
    : messageOf(before) === messageOf(now);

function unreadable(path: string, error: unknown): LcdError {
  if (error instanceof LcdError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new LcdError('not-found', `${path}: there is no such file`);
  if (code === 'EACCES') return new LcdError('permission', `${path}: may not be read`);
  return new LcdError('not-found', `${path}: cannot be read: ${code}`);
}

/** Never waits, as for somebody who writes to a FIFO. */
async function read(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new LcdError('config', `${path}: expected a file`);
    const buffer = Buffer.alloc(Math.min(stats.size, MOST_BYTES) + 1);
    let length = 0;
    for (let bytes = -1; bytes !== 0 && length < buffer.length; length += bytes)
      ({ bytesRead: bytes } = await file.read(buffer, length, buffer.length - length, null));
    if (length > MOST_BYTES) throw new LcdError('protocol', `${path}: expected at most ${MOST_BYTES} bytes`);
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Emits when something may have happened to a file, or to the one that a link leads to. */
function changesOf(path: string): Observable<unknown> {
  return defer(() => {
    const moved = new Subject<void>();
    return moved.pipe(
      startWith(undefined),
      switchMap(() => from(realpath(path).catch(() => path))),
      distinctUntilChanged(),
      map((target) => new Set([path, target])),
      switchMap((paths) => merge(of(undefined), ...Array.from(paths, changesIn))),
      tap((event) => {
        if (event === 'rename') moved.next();
      }),
    );
  });
}

/** What the kernel tells of one name in its folder. */
function changesIn(path: string): Observable<string> {
  return new Observable((subscriber) => {
    const folder = dirname(path);
    const fail = (error: unknown): void =>
      subscriber.error(
        new LcdError('not-found', `${folder}: cannot be watched: ${(error as NodeJS.ErrnoException).code}`),
      );
    try {
      const watcher = watch(folder, (event, name) => {
        if (name === null || name === basename(path)) subscriber.next(event);
        else if (name === basename(folder)) fail({ code: 'ENOENT' });
      });
      watcher.on('error', fail);
      return () => watcher.close();
    } catch (error) {
      fail(error);
      return undefined;
    }
  });
}
