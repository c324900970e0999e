import { LcdError } from '@lcdflow/core';
import {
  catchError,
  defer,
  EMPTY,
  filter,
  from,
  map,
  mergeMap,
  type Observable,
  of,
  switchMap,
  throwIfEmpty,
} from 'rxjs';
import { nameOf, type UsbAddress } from './address.ts';
import { configurationOf, portOf, textOf } from './device-text.ts';
import type { Sysfs } from './sysfs.ts';
import type { UsbDevice, UsbModule } from './usb-module.ts';

/** A device that the kernel has set up. */
export interface SettledDevice {
  readonly device: UsbDevice;
  /** Value of its active configuration; 1 where nobody knows. */
  readonly configuration: string;
}

/**
 * The plugged-in devices that an address means, in libusb's order; with a serial number each as soon as it is known. One
 * that the kernel does not answer for is left out, for opening it would stop this whole program until the kernel has set
 * it up. Errors when there is none: `busy` if it is for that reason, otherwise `not-found` with `advice` behind the words.
 */
export function findDevices(
  usb: UsbModule,
  address: UsbAddress,
  sysfs: Sysfs,
  advice: string,
): Observable<SettledDevice> {
  const { vendorId, productId, serial, port } = address;
  return defer(() => {
    let reason: unknown = new LcdError('not-found', `no ${nameOf(address)} is plugged in${advice}`);
    const candidates = usb
      .getDeviceList()
      .filter(({ deviceDescriptor: { idVendor, idProduct } }) => idVendor === vendorId && idProduct === productId)
      .filter((device) => port === undefined || portOf(device) === port);
    const settled = (device: UsbDevice) =>
      (serial === undefined ? of(serial) : textOf(device, 'serial', sysfs)).pipe(
        filter((text) => text === serial),
        switchMap(() => configurationOf(device, sysfs)),
        map((configuration) => ({ device, configuration })),
        catchError((late: unknown) => {
          reason = late;
          return EMPTY;
        }),
      );
    const atOnce = serial === undefined ? 1 : Infinity;
    return from(candidates).pipe(
      mergeMap(settled, atOnce),
      throwIfEmpty(() => reason),
    );
  });
}
