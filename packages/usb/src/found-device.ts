import { type FoundDevice, plainText } from '@lcdflow/core';
import { catchError, concatMap, from, map, type Observable, of, toArray } from 'rxjs';
import { hex } from './address.ts';
import { portOf, textOf } from './device-text.ts';
import type { Sysfs } from './sysfs.ts';
import type { UsbDevice } from './usb-module.ts';

const TEXTS = ['serial', 'manufacturer', 'product'] as const;

/**
 * A plugged-in device as others see it: its address has vendor, product, port and, if known, serial number. Emits once,
 * after a second at most; of a device that does not answer until then it knows no texts.
 */
export function foundDevice(device: UsbDevice, sysfs: Sysfs): Observable<FoundDevice> {
  // One after the other: a device that is locked holds one thread, not three.
  return from(TEXTS).pipe(
    concatMap((name) => textOf(device, name, sysfs)),
    toArray(),
    catchError(() => of([])),
    map(([serial, ...texts]) => described(device, serial, texts)),
  );
}

/** A device that has just been plugged in, without asking for anything: the kernel may not answer for it yet. */
export const newcomer = (device: UsbDevice): FoundDevice => described(device, undefined, []);

function described(device: UsbDevice, serial: string | undefined, texts: readonly (string | undefined)[]): FoundDevice {
  const { idVendor: vendorId, idProduct: productId } = device.deviceDescriptor;
  const port = portOf(device);
  const known = [...texts, serial && `serial ${serial}`].filter(Boolean);
  return {
    bus: 'usb',
    address: { vendorId, productId, port, ...(serial !== undefined && { serial }) },
    label: plainText([`${hex(vendorId)}:${hex(productId)}`, ...known, `port ${port}`].join(' ')),
  };
}
