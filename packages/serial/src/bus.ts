import { type Bus, LcdError, type Logger, type Transport } from '@lcdflow/core';
import { concat, defer, map, type Observable, of, retry, share, switchMap, throwError, timer } from 'rxjs';
import { type SerialAddress, serialAddress } from './address.ts';
import { serialArrivals } from './arrivals.ts';
import { findPort } from './find-port.ts';
import { foundPort } from './found-port.ts';
import { type Machine, thisMachine } from './machine.ts';
import { openPort } from './open-port.ts';
import { useOf } from './port-gate.ts';
import type { SerialModule } from './serial-module.ts';

/** A port that has just come belongs to root until udev has given it to its group: how often it is tried again. */
const TRIES = 3;
/** ms before the first of them; then twice as long each. */
const SOON = 250;

/**
 * Serial ports as transports. The native module is loaded when something is subscribed. Errors of `connect`: `config`
 * (address, no serial port, several match), `not-found`, `busy` (with its holder), `permission` (with its cure),
 * `disconnected`, `protocol`.
 */
export function serialBus(machine: Machine = thisMachine): Bus {
  const wanted = new Set<string>();
  const arrivals = serialArrivals(machine.files, wanted).pipe(share());
  return {
    name: 'serial',
    connect: (address, log) =>
      defer(() => {
        const where = serialAddress(address);
        if (where.path !== undefined) wanted.add(where.path);
        return machine.load().pipe(switchMap((serial) => opened(serial, where, machine, log)));
      }).pipe(retry({ count: TRIES, delay: whenDenied })),
    list: () => defer(() => of(machine.files.ports().map(foundPort))),
    arrivals: () => arrivals,
  };
}

const whenDenied = (error: unknown, attempt: number): Observable<unknown> =>
  error instanceof LcdError && error.code === 'permission' ? timer(SOON * 2 ** (attempt - 1)) : throwError(() => error);

/** Opens the port, or waits for it if it is being closed. */
function opened(serial: SerialModule, address: SerialAddress, machine: Machine, log: Logger): Observable<Transport> {
  return defer(() => {
    const { files } = machine;
    const name = findPort(address, machine, (path) => useOf(files.target(path) ?? path) !== undefined);
    const target = files.target(name);
    if (target === undefined) return throwError(() => new LcdError('not-found', `there is no ${name}`));
    const use = useOf(target);
    if (use === undefined) return openPort(serial, address, { name, target, files }, log);
    if (use === 'open') return throwError(() => new LcdError('busy', `${name} is in use by another display`));
    const stuck = use.pipe(
      map((): never => {
        throw new LcdError('busy', `${name} has not been given back by the kernel yet`);
      }),
    );
    return concat(stuck, opened(serial, address, machine, log));
  });
}
