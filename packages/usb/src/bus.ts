import { type Bus, LcdError, type Logger, type Transport } from '@lcdflow/core';
import { catchError, concat, defer, map, type Observable, of, switchMap, throwError, using } from 'rxjs';
import { nameOf, type UsbAddress, usbAddress } from './address.ts';
import { usbArrivals } from './arrivals.ts';
import { connection } from './connection.ts';
import { useOf } from './device-gate.ts';
import { findDevices } from './find-devices.ts';
import { foundDevice } from './found-device.ts';
import { holderOf } from './holder.ts';
import type { Party } from './libusb-error.ts';
import { thisMachine } from './machine.ts';
import { type OpenDevice, openDevice } from './open-device.ts';
import type { Sysfs } from './sysfs.ts';
import { HUB_CLASS, type UsbDevice, type UsbModule } from './usb-module.ts';

/** How devices are used. */
export interface UsbBusOptions {
  /** ms that a packet may take, above 0; 2000 when left out. */
  readonly timeout?: number;
}

/**
 * USB devices as transports. The native module is loaded when something is subscribed. Errors of `connect`:
 * `config` (address), `not-found`, `busy`, `permission` (with its cure), `disconnected`, `protocol`.
 */
export function usbBus({ timeout = 2_000 }: UsbBusOptions = {}, machine = thisMachine): Bus {
  if (!(timeout > 0)) throw new LcdError('config', `timeout: above 0 ms, not ${timeout}`);
  return {
    name: 'usb',
    connect: (address, log) =>
      defer(() => {
        const where = usbAddress(address);
        return machine.load().pipe(switchMap((usb) => opened(usb, where, { ...machine, timeout, log })));
      }),
    list: () =>
      machine.load().pipe(
        map((usb) => usb.getDeviceList()),
        map((devices) => devices.filter(({ deviceDescriptor }) => deviceDescriptor.bDeviceClass !== HUB_CLASS)),
        map((devices) => devices.map((device) => foundDevice(device, machine.sysfs))),
        catchError(() => of([])),
      ),
    arrivals: () => usbArrivals(machine),
  };
}

interface Surroundings {
  readonly sysfs: Sysfs;
  readonly timeout: number;
  readonly log: Logger;
}

/** Opens the first device that is free, or waits for one that is being closed. */
function opened(usb: UsbModule, address: UsbAddress, around: Surroundings): Observable<Transport> {
  return defer(() => {
    const devices = findDevices(usb, address, around.sysfs);
    const name = nameOf(address);
    if (devices.length === 0) return throwError(() => new LcdError('not-found', `no ${name} is plugged in`));
    const free = devices.find((device) => useOf(device) === undefined);
    if (free) return session(usb, free, address, around);
    const closing = devices.map(useOf).find((use) => use !== 'open' && use !== undefined) as
      | Observable<'stuck'>
      | undefined;
    if (!closing) return throwError(() => new LcdError('busy', `${name} is in use by another display`));
    const stuck = closing.pipe(
      map((): never => {
        throw new LcdError('busy', `${name} has not been given back by libusb yet`);
      }),
    );
    return concat(stuck, opened(usb, address, around));
  });
}

function session(
  usb: UsbModule,
  device: UsbDevice,
  address: UsbAddress,
  { sysfs, timeout, log }: Surroundings,
): Observable<Transport> {
  const { vendorId, productId } = address;
  const holder = () => holderOf(device, address.interface, sysfs);
  const party: Party = { name: nameOf(address), vendorId, productId, holder };
  return using(
    () => openDevice(usb, device, address.interface, party, log),
    // Deferred: what throws here would leave the device open.
    (open) => defer(() => connection(open as OpenDevice, address, party, timeout)),
  );
}
