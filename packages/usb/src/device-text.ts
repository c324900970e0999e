import { LcdError } from '@lcdflow/core';
import { map, type Observable, of, switchMap, throwError, timeout } from 'rxjs';
import type { Sysfs } from './sysfs.ts';
import type { UsbDevice } from './usb-module.ts';

/** ms that the kernel gets to answer for a device; far below 1 is usual. */
const PATIENCE = 1_000;

/** Bus and ports as the kernel names a device: `1-1.2`, or `usb1` for a root hub. */
export function portOf({ busNumber, portNumbers = [] }: UsbDevice): string {
  return portNumbers.length > 0 ? `${busNumber}-${portNumbers.join('.')}` : `usb${busNumber}`;
}

/**
 * One text of a device as `Sysfs.attribute`; `undefined` as well when another device is at its port by now. Errors with
 * `busy` when the kernel does not answer within a second.
 */
export const textOf = (device: UsbDevice, name: string, sysfs: Sysfs): Observable<string | undefined> =>
  attributeOf(device, name, sysfs).pipe(map((text) => text || undefined));

/** Value of a device's active configuration, as `textOf`; 1 where nobody knows. Errors with `busy` while it has none. */
export const configurationOf = (device: UsbDevice, sysfs: Sysfs): Observable<string> =>
  attributeOf(device, 'bConfigurationValue', sysfs).pipe(
    map((value = '1') => {
      if (value !== '') return value;
      throw unsettled(portOf(device));
    }),
  );

function attributeOf(device: UsbDevice, name: string, { attribute }: Sysfs): Observable<string | undefined> {
  const port = portOf(device);
  return attribute(port, 'devnum').pipe(
    switchMap((number) => (number === String(device.deviceAddress) ? attribute(port, name) : of(undefined))),
    timeout({ first: PATIENCE, with: () => throwError(() => unsettled(port)) }),
  );
}

const unsettled = (port: string) =>
  new LcdError('busy', `the kernel is still setting up the usb device at port ${port}`);
