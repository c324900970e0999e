import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LcdError } from '@lcdflow/core';
import { concatMap, defer, filter, from, map, type Observable, of, take, throwIfEmpty } from 'rxjs';

/** Where Docker and Podman listen, in the order they are looked for; the last are of a user's own. */
export const socketPlaces = ({ XDG_RUNTIME_DIR: own }: Readonly<Record<string, string | undefined>>) => [
  '/run/docker.sock',
  '/run/podman/podman.sock',
  ...(own === undefined || own === '' ? [] : [`${own}/docker.sock`, `${own}/podman/podman.sock`]),
];

/** The socket that the options name, else the first of the `places` that is there; `not-found` when there is none. */
export function socketOf(named: string | undefined, folder: string, places: readonly string[]): Observable<string> {
  if (named !== undefined) return of(resolve(folder, named));
  return from(places).pipe(
    concatMap((path) => isSocket(path).pipe(map((is) => ({ path, is })))),
    filter(({ is }) => is),
    map(({ path }) => path),
    take(1),
    throwIfEmpty(() => new LcdError('not-found', `expected a socket of Docker or Podman at ${places.join(' or ')}`)),
  );
}

const isSocket = (path: string): Observable<boolean> =>
  defer(() =>
    stat(path).then(
      (found) => found.isSocket(),
      ({ code }: NodeJS.ErrnoException) => code === 'EACCES',
    ),
  );
