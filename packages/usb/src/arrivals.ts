import type { FoundDevice } from '@lcdflow/core';
import { catchError, map, NEVER, Observable, switchMap } from 'rxjs';
import { newcomer } from './found-device.ts';
import { thisMachine } from './machine.ts';
import { unswallowed } from './unswallowed.ts';
import type { UsbDevice, UsbModule } from './usb-module.ts';

/**
 * Each device that is plugged in while subscribed, told at once, when the kernel may still be setting it up: it has no
 * serial number and no texts. Needs udevd: without it, as in most containers, nothing comes. Never errors, and does not
 * keep the process alive.
 */
export const usbArrivals = (machine = thisMachine): Observable<FoundDevice> =>
  machine.load().pipe(
    switchMap(attached),
    map(newcomer),
    catchError(() => NEVER),
  );

const attached = (usb: UsbModule): Observable<UsbDevice> =>
  new Observable((subscriber) => {
    const listener = (device: UsbDevice) => unswallowed(() => subscriber.next(device));
    usb.on('attach', listener);
    // Only works while somebody listens, hence the order.
    usb.unrefHotplugEvents();
    return () => usb.off('attach', listener);
  });
