import { type Bus, LcdError, type Logger, type Transport } from '@lcdflow/core';
import {
  catchError,
  concat,
  defaultIfEmpty,
  defer,
  forkJoin,
  map,
  type Observable,
  of,
  retry,
  share,
  switchMap,
  takeWhile,
  throwError,
  timer,
  toArray,
  using,
} from 'rxjs';
import { nameOf, type UsbAddress, usbAddress } from './address.ts';
import { usbArrivals } from './arrivals.ts';
import { connection } from './connection.ts';
import { useOf } from './device-gate.ts';
import { findDevices, type SettledDevice } from './find-devices.ts';
import { foundDevice } from './found-device.ts';
import { holderOf } from './holder.ts';
import type { Party } from './libusb-error.ts';
import { type Machine, thisMachine } from './machine.ts';
import { type OpenDevice, openDevice } from './open-device.ts';
import { HUB_CLASS, type UsbModule } from './usb-module.ts';

/** How devices are used. */
export interface UsbBusOptions {
  /** ms that a packet may take, above 0; 2000 when left out. */
  readonly timeout?: number;
}

/** Behind the message that a device is missing, where nobody tells libusb of those that come. */
const DEAF = ' (no udevd runs here: what is plugged in now is only seen when the program is started again)';

/** While a system starts or a user logs in, devices are not yet given to the user: how often one is tried again. */
const TRIES = 3;
/** ms before the first of them; then twice as long each. */
const SOON = 250;

/**
 * USB devices as transports. The native module is loaded when something is subscribed. Errors of `connect`:
 * `config` (address), `not-found`, `busy`, `permission` (with its cure), `disconnected`, `protocol`.
 */
export function usbBus({ timeout = 2_000 }: UsbBusOptions = {}, machine = thisMachine): Bus {
  if (!(timeout > 0)) throw new LcdError('config', `timeout: above 0 ms, not ${timeout}`);
  const arrivals = usbArrivals(machine).pipe(share());
  return {
    name: 'usb',
    connect: (address, log) =>
      defer(() => {
        const where = usbAddress(address);
        return machine.load().pipe(switchMap((usb) => opened(usb, where, { ...machine, timeout, log })));
      }).pipe(retry({ count: TRIES, delay: whenDenied })),
    list: () =>
      machine.load().pipe(
        map((usb) => usb.getDeviceList()),
        map((devices) => devices.filter(({ deviceDescriptor }) => deviceDescriptor.bDeviceClass !== HUB_CLASS)),
        switchMap((devices) => forkJoin(devices.map((device) => foundDevice(device, machine.sysfs)))),
        defaultIfEmpty([]),
        catchError(() => of([])),
      ),
    arrivals: () => arrivals,
  };
}

const whenDenied = (error: unknown, attempt: number): Observable<unknown> =>
  error instanceof LcdError && error.code === 'permission' ? timer(SOON * 2 ** (attempt - 1)) : throwError(() => error);

interface Surroundings extends Pick<Machine, 'sysfs' | 'hasUdev'> {
  readonly timeout: number;
  readonly log: Logger;
}

/** Opens the first device that is free, or waits for one that is being closed. */
function opened(usb: UsbModule, address: UsbAddress, around: Surroundings): Observable<Transport> {
  const advice = around.hasUdev() ? '' : DEAF;
  return findDevices(usb, address, around.sysfs, advice).pipe(
    takeWhile(({ device }) => useOf(device) !== undefined, true),
    toArray(),
    switchMap((found) => {
      const free = found.find(({ device }) => useOf(device) === undefined);
      return free
        ? session(usb, free, address, { ...around, advice })
        : concat(freed(found, address), opened(usb, address, around));
    }),
  );
}

/** Waits until one of these devices is free. */
function freed(found: readonly SettledDevice[], address: UsbAddress): Observable<never> {
  const name = nameOf(address);
  const closing = found.map(({ device }) => useOf(device)).find((use) => use !== 'open' && use !== undefined) as
    | Observable<'stuck'>
    | undefined;
  if (!closing) return throwError(() => new LcdError('busy', `${name} is in use by another display`));
  return closing.pipe(
    map((): never => {
      throw new LcdError('busy', `${name} has not been given back by libusb yet`);
    }),
  );
}

function session(
  usb: UsbModule,
  found: SettledDevice,
  address: UsbAddress,
  around: Surroundings & Pick<Party, 'advice'>,
): Observable<Transport> {
  const { device, configuration } = found;
  const { sysfs, timeout, log, advice } = around;
  const { vendorId, productId } = address;
  const holder = () => holderOf(device, `${configuration}.${address.interface}`, sysfs);
  const party: Party = { name: nameOf(address), vendorId, productId, advice, holder };
  return using(
    () => openDevice(usb, device, address.interface, party, log),
    // Deferred: what throws here would leave the device open.
    (open) => defer(() => connection(open as OpenDevice, address, party, timeout)),
  );
}
