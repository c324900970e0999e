import { type Bus, LcdError, type Plugin } from '@lcdflow/core';
import { defer, from, NEVER, type Observable, switchMap } from 'rxjs';

/** The bus `usb`, loaded when it is used: its library is native code that most runs do not need. */
const usb: Bus = {
  name: 'usb',
  connect: (address, log) => loaded().pipe(switchMap((bus) => bus.connect(address, log))),
  arrivals: () => loaded().pipe(switchMap((bus) => bus.arrivals?.() ?? NEVER)),
  list: () => loaded().pipe(switchMap((bus) => bus.list?.() ?? [])),
};

const loaded = (): Observable<Bus> => defer(() => from(import('@lcdflow/usb').then(({ usbBus }) => usbBus())));

/** All buses by name. */
export function busesOf(plugins: readonly Plugin[]): ReadonlyMap<string, Bus> {
  const buses = [usb, ...plugins.flatMap((plugin) => plugin.buses ?? [])];
  return new Map(buses.map((bus) => [bus.name, bus]));
}

/** The bus of a name. @throws LcdError `config` */
export function busNamed(buses: ReadonlyMap<string, Bus>, name: string): Bus {
  const bus = buses.get(name);
  if (bus) return bus;
  throw new LcdError('config', `no plugin brings the bus "${name}"; there are: ${[...buses.keys()].join(', ')}`);
}
