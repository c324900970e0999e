import type { FoundDevice } from '@lcdflow/core';
import { concatMap, defer, type Observable, timer } from 'rxjs';
import { foundPort } from './found-port.ts';
import type { PortFiles } from './port-files.ts';

/** ms between two looks. A lost display is looked for only while it is waited for, so it costs nothing otherwise. */
const EVERY = 500;

/**
 * Each port that comes while subscribed, and whatever comes at one of the `wanted` paths, such as a link to a pseudo
 * terminal. Looks itself, and so needs no udev. Never errors.
 */
export const serialArrivals = (files: PortFiles, wanted: ReadonlySet<string>): Observable<FoundDevice> =>
  defer(() => {
    let known = present(files, wanted);
    return timer(EVERY, EVERY).pipe(
      concatMap(() => {
        const before = known;
        known = present(files, wanted);
        return [...known].filter(([path, { identity }]) => before.get(path)?.identity !== identity);
      }),
      concatMap(([, { device }]) => [device]),
    );
  });

interface Present {
  readonly device: FoundDevice;
  readonly identity: string;
}

function present(files: PortFiles, wanted: ReadonlySet<string>): ReadonlyMap<string, Present> {
  const devices = new Map<string, FoundDevice>();
  for (const path of wanted) devices.set(path, { bus: 'serial', address: { path }, label: path });
  for (const port of files.ports()) devices.set(port.path, foundPort(port));
  return new Map(
    [...devices].flatMap(([path, device]) => {
      const identity = files.identity(path);
      return identity === undefined ? [] : [[path, { device, identity }] as const];
    }),
  );
}
