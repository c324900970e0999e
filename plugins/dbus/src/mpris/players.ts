import { isPassing } from '@lcdflow/core';
import { catchError, forkJoin, map, type Observable, of, switchMap, throwError } from 'rxjs';
import { type Bus, DAEMON } from '../bus/bus.ts';
import { type Player, playerIn } from './player.ts';

const PREFIX = 'org.mpris.MediaPlayer2.';
const PATH = '/org/mpris/MediaPlayer2';
const MOST = 32;

/** Signals after which a player may be another (MPRIS 2.2). */
export const RULES: readonly string[] = [
  "sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0namespace='org.mpris.MediaPlayer2'",
  `path='${PATH}',interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'`,
  `path='${PATH}',interface='org.mpris.MediaPlayer2.Player',member='Seeked'`,
];

/** Asks all players on the bus, or those with a name: `vlc` is `vlc.instance7`, too. One that does not answer is left out. */
export const players = (bus: Bus, only: string | undefined): Observable<readonly Player[]> =>
  bus.call({ ...DAEMON, method: 'ListNames' }).pipe(
    map(([names]) => namesOf(names, only)),
    switchMap((names) => (names.length === 0 ? of([]) : forkJoin(names.map((name) => asked(bus, name))))),
    map((found) => found.flatMap((player) => player ?? [])),
  );

function namesOf(names: unknown, only: string | undefined): readonly string[] {
  const all = Array.isArray(names) ? names.filter((name) => typeof name === 'string' && name.startsWith(PREFIX)) : [];
  return all
    .map((name: string) => name.slice(PREFIX.length))
    .filter((name) => only === undefined || name === only || name.startsWith(`${only}.`))
    .sort()
    .slice(0, MOST);
}

const asked = (bus: Bus, name: string): Observable<Player | undefined> =>
  bus
    .call({
      ...{ to: PREFIX + name, path: PATH, of: 'org.freedesktop.DBus.Properties', method: 'GetAll' },
      ...{ signature: 's', values: ['org.mpris.MediaPlayer2.Player'] },
    })
    .pipe(
      map(([answer]) => playerIn(name, answer)),
      catchError((error: unknown) => {
        const isItsOwn = isPassing(error) || (error as { code?: unknown }).code === 'protocol';
        return isItsOwn ? of(undefined) : throwError(() => error);
      }),
    );
