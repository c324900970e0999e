import { type Bus, type DisplayDriver, type FoundDevice, type Model, messageOf, type Plugin } from '@lcdflow/core';
import { catchError, forkJoin, map, type Observable, of, switchMap, take, tap, timeout } from 'rxjs';
import { busesOf } from '../buses.ts';
import type { Session } from '../session.ts';
import { table } from '../table.ts';

const HEAD = ['DRIVER', 'MODEL', 'SIZE', 'CELLS', 'COLOURS', 'KEYS', 'CONTROLS', 'USB'] as const;
/** A bus that does not list its devices by then has none, in ms. Loading what it needs counts as well. */
const PATIENCE = 10_000;

/** Prints the panels that are plugged in, the serial ports that one may be at, and every model a driver knows. */
export const devicesCommand = (session: Session): Observable<number> =>
  session.plugins.pipe(switchMap((plugins) => devicesOf(plugins, session)));

function devicesOf(plugins: readonly Plugin[], session: Session): Observable<number> {
  const drivers = plugins.flatMap((plugin) => plugin.drivers ?? []);
  const listings = [...busesOf(plugins).values()].map((bus) => listed(bus, session));
  return forkJoin(listings).pipe(
    map((found) => found.flat()),
    tap((found) => session.print([attachedText(drivers, found), ...portsText(found), modelsText(drivers)].join('\n'))),
    map(() => 0),
  );
}

const listed = (bus: Bus, { log }: Session): Observable<readonly FoundDevice[]> =>
  (bus.list?.() ?? of([])).pipe(
    take(1),
    timeout(PATIENCE),
    catchError((error: unknown) => {
      log.warn(`${bus.name}: its devices cannot be listed: ${messageOf(error)}`);
      return of([]);
    }),
  );

function attachedText(drivers: readonly DisplayDriver[], found: readonly FoundDevice[]): string {
  const rows = found.flatMap((device) => {
    const match = modelOf(drivers, device);
    return match ? [[match.driver.name, match.model.name, device.label]] : [];
  });
  if (rows.length === 0) return 'attached: none\n';
  return table([['ATTACHED', 'MODEL', 'DEVICE'], ...rows]);
}

/** A serial port does not say what is at its other end: all are shown, each under the name that stays the same. */
function portsText(found: readonly FoundDevice[]): readonly string[] {
  const ports = found.filter(({ bus }) => bus === 'serial');
  const rows = ports.map(({ label, address }) => [label, `device: ${address.path}`]);
  return rows.length === 0 ? [] : [table([['SERIAL PORT', 'IN THE CONFIG'], ...rows])];
}

function modelOf(drivers: readonly DisplayDriver[], { bus, address }: FoundDevice) {
  const same = ({ usb }: Model) => usb?.vendorId === address.vendorId && usb?.productId === address.productId;
  for (const driver of drivers.filter((candidate) => candidate.bus === bus)) {
    const model = driver.models.find((candidate) => candidate.usb !== undefined && same(candidate));
    if (model) return { driver, model };
  }
  return undefined;
}

const hex = (id: number): string => id.toString(16).padStart(4, '0');

/** `led1…8` for names that differ in their number only, `keyA…Y` in a last capital, and `a…z` for single letters. */
function shortened(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const stem = name.length === 1 ? '' : name.replace(/(\d+|(?<=[a-z])[A-Z])$/, '');
    groups.set(stem, [...(groups.get(stem) ?? []), name]);
  }
  return [...groups]
    .map(([stem, group]) => (group.length > 2 ? `${group[0]}…${group.at(-1)!.slice(stem.length)}` : group.join(' ')))
    .join(' ');
}

function modelsText(drivers: readonly DisplayDriver[]): string {
  const rows = drivers.flatMap((driver) =>
    driver.models.map((model) => [
      ...[driver.name, model.name, `${model.width}x${model.height}`, model.cell],
      model.colors === 2 ? 'mono' : String(model.colors),
      ...[shortened(model.keys) || '-', shortened(model.controls) || '-'],
      model.usb ? `${hex(model.usb.vendorId)}:${hex(model.usb.productId)}` : '-',
    ]),
  );
  return table([HEAD, ...rows]);
}
