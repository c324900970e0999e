import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import { LcdError } from '@lcdflow/core';
import { defer, distinctUntilChanged, from, merge, Observable, of, Subject, startWith, switchMap, tap } from 'rxjs';
import { type Place, placesOf } from './places.ts';

/** What may have changed: what is in a file, or which file lies there, if any. */
export type Change = 'content' | 'place';

/**
 * Emits at once, and then whenever something at a path may have changed: by the events of the kernel, so nothing is
 * asked while nothing happens. The path may be missing, be a link, be replaced, and come and go with its folder.
 */
export function changesOf(path: string): Observable<Change> {
  return defer(() => {
    const moved = new Subject<void>();
    return moved.pipe(
      startWith(undefined),
      switchMap(() => from(placesOf(path))),
      distinctUntilChanged((before, now) => JSON.stringify(before) === JSON.stringify(now)),
      switchMap((places) => merge(...places.map(changesIn), of<Change>('place'))),
      tap((change) => {
        if (change === 'place') moved.next();
      }),
    );
  });
}

/** It is no error when the folder has gone meanwhile. */
function changesIn({ folder, name }: Place): Observable<Change> {
  return new Observable<Change>((subscriber) => {
    let watcher: FSWatcher;
    const tell = (error: unknown): void => {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') subscriber.next('place');
      else subscriber.error(new LcdError('not-found', `${folder}: cannot be watched: ${code}`, { cause: error }));
    };
    try {
      watcher = watch(folder);
    } catch (error) {
      tell(error);
      return undefined;
    }
    watcher.on('error', tell);
    watcher.on('change', (event, changed) => {
      const isOurs = changed === null || changed === name || changed === basename(folder);
      if (isOurs) subscriber.next(event === 'rename' ? 'place' : 'content');
    });
    return () => watcher.close();
  });
}
