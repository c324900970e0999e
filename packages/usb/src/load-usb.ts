import { LcdError, messageOf } from '@lcdflow/core';
import { catchError, defer, map, type Observable, throwError } from 'rxjs';
import type { UsbModule } from './usb-module.ts';

/**
 * Loads the native module on subscription, so that a program without USB devices runs without it. Errors with
 * `not-found` when it cannot be loaded or libusb does not start. Starting, libusb reads the configuration of every device
 * and so waits, and this program with it, for one that the kernel is setting up just then. Devices that come later it
 * hears of from udevd, which has waited for them itself.
 */
export const loadUsb = (): Observable<UsbModule> => loadedFrom(() => import('usb'));

/** As `loadUsb`, from another place. */
export const loadedFrom = (load: () => Promise<{ readonly usb: UsbModule }>): Observable<UsbModule> =>
  defer(load).pipe(
    map(({ usb }) => started(usb)),
    catchError((cause: unknown) =>
      throwError(() => new LcdError('not-found', `the usb module cannot be loaded: ${messageOf(cause)}`, { cause })),
    ),
  );

function started(usb: UsbModule & { readonly INIT_ERROR?: number }): UsbModule {
  if (usb.INIT_ERROR) throw new Error(`libusb does not start (error ${usb.INIT_ERROR})`);
  return usb;
}
