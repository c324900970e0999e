import { type Bus, LcdError, type Plugin } from '@lcdflow/core';
import { defer, from, NEVER, type Observable, of, switchMap } from 'rxjs';

/** A bus that is loaded when it is used: the library behind it is native code that most runs do not need. */
function loadedLate(name: string, load: () => Promise<Bus>): Bus {
  // One bus for all displays: it remembers what they wait for.
  let loading: Promise<Bus> | undefined;
  const loaded = (): Observable<Bus> =>
    defer(() => {
      loading ??= load();
      return from(loading);
    });
  return {
    name,
    connect: (address, log) => loaded().pipe(switchMap((bus) => bus.connect(address, log))),
    arrivals: () => loaded().pipe(switchMap((bus) => bus.arrivals?.() ?? NEVER)),
    list: () => loaded().pipe(switchMap((bus) => bus.list?.() ?? of([]))),
  };
}

const BUILT_IN: readonly Bus[] = [
  loadedLate('usb', () => import('@lcdflow/usb').then(({ usbBus }) => usbBus())),
  loadedLate('serial', () => import('@lcdflow/serial').then(({ serialBus }) => serialBus())),
  loadedLate('i2c', () => import('@lcdflow/i2c').then(({ i2cBus }) => i2cBus())),
];

/** All buses by name. */
export function busesOf(plugins: readonly Plugin[]): ReadonlyMap<string, Bus> {
  const buses = [...BUILT_IN, ...plugins.flatMap((plugin) => plugin.buses ?? [])];
  return new Map(buses.map((bus) => [bus.name, bus]));
}

/** The bus of a name. @throws LcdError `config` */
export function busNamed(buses: ReadonlyMap<string, Bus>, name: string): Bus {
  const bus = buses.get(name);
  if (bus) return bus;
  throw new LcdError('config', `no plugin brings the bus "${name}"; there are: ${[...buses.keys()].join(', ')}`);
}
