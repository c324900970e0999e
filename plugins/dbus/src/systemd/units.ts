import { LcdError, type Readings } from '@lcdflow/core';
import { catchError, forkJoin, map, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Bus } from '../bus/bus.ts';
import { number, text } from '../bus/values.ts';

const TO = 'org.freedesktop.systemd1';
const MANAGER = { to: TO, path: '/org/freedesktop/systemd1' } as const;
const MOST = 100;

/** Signals after which a unit may be another (org.freedesktop.systemd1(5)). */
export const RULES: readonly string[] = [
  `sender='${TO}',path_namespace='/org/freedesktop/systemd1',interface='org.freedesktop.DBus.Properties'`,
  `sender='${TO}',path='/org/freedesktop/systemd1',interface='org.freedesktop.systemd1.Manager'`,
  `sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${TO}'`,
];

const call = (bus: Bus, method: string, signature = '', values: readonly unknown[] = []) =>
  bus.call({ ...MANAGER, of: 'org.freedesktop.systemd1.Manager', method, signature, values });

const property = (bus: Bus, path: string, of: string, name: string) =>
  bus
    .call({
      ...{ to: TO, path, of: 'org.freedesktop.DBus.Properties', method: 'Get' },
      ...{ signature: 'ss', values: [`org.freedesktop.systemd1.${of}`, name] },
    })
    .pipe(map(([value]) => value));

/** Asks for signals: without it the manager sends none. */
export const subscribed = (bus: Bus): Observable<unknown> =>
  call(bus, 'Subscribe').pipe(
    catchError((error: unknown) => {
      if (!(error instanceof LcdError) || error.code !== 'not-found') return throwError(() => error);
      return throwError(() => new LcdError('not-found', 'expected systemd on the bus: nobody has its name'));
    }),
  );

/** The state of the manager and of the units with these names, in their order. */
export const survey = (bus: Bus, names: readonly string[]): Observable<Readings> =>
  forkJoin({
    state: property(bus, MANAGER.path, 'Manager', 'SystemState').pipe(map(text)),
    failed: property(bus, MANAGER.path, 'Manager', 'NFailedUnits').pipe(map(number)),
    jobs: property(bus, MANAGER.path, 'Manager', 'NJobs').pipe(map(number)),
    units: named(bus, names.slice(0, MOST).map(fullName)),
    failedUnits: call(bus, 'ListUnitsFiltered', 'as', [['failed']]).pipe(
      map(([listed]) =>
        unitsIn(listed)
          .slice(0, MOST)
          .map(({ name }) => name),
      ),
    ),
  });

/** As systemctl has it: a name without a kind is a service. */
const fullName = (name: string): string =>
  /\.(service|socket|device|mount|automount|swap|target|path|timer|slice|scope)$/.test(name) ? name : `${name}.service`;

interface Unit {
  readonly name: string;
  readonly told: Readings;
  readonly path: unknown;
}

/** Each is an array of ten: name, description, load, active, sub, followed, path and its job. */
const unitsIn = (listed: unknown): readonly Unit[] =>
  (Array.isArray(listed) ? listed : []).flatMap((unit) => {
    const [name, description, load, active, sub, , path] = Array.isArray(unit) ? unit : [];
    if (text(name) === undefined) return [];
    const told = { description: text(description), load: text(load), active: text(active), sub: text(sub) };
    return [{ name: text(name)!, told, path }];
  });

function named(bus: Bus, names: readonly string[]): Observable<readonly Readings[]> {
  if (names.length === 0) return of([]);
  return call(bus, 'ListUnitsByNames', 'as', [names]).pipe(
    map(([listed]) => new Map(unitsIn(listed).map((unit) => [unit.name, unit]))),
    switchMap((units) =>
      forkJoin(names.map((name) => dated(bus, units.get(name)).pipe(map((told) => ({ name, ...told }))))),
    ),
  );
}

/** A unit that has gone in between has no time; 0 means never. */
function dated(bus: Bus, unit: Unit | undefined): Observable<Readings> {
  if (unit === undefined) return of({});
  return property(bus, String(unit.path), 'Unit', 'StateChangeTimestamp').pipe(
    catchError((error: unknown) => {
      const hasGone = error instanceof LcdError && ['not-found', 'protocol'].includes(error.code);
      return hasGone ? of(undefined) : throwError(() => error);
    }),
    map((micro) => ({ ...unit.told, since: number(micro) ? number(micro)! / 1000 : undefined })),
  );
}
