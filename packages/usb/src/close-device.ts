import { type Logger, messageOf } from '@lcdflow/core';
import { catchError, concat, defer, EMPTY, type MonoTypeOperatorFunction, type Observable, of, timeout } from 'rxjs';
import type { Closing } from './device-gate.ts';
import type { Flights } from './flights.ts';
import type { UsbDevice, UsbInterface } from './usb-module.ts';

/** ms that giving back all transfers may take, and then releasing; 20 to 40 are usual. */
const DEADLINE = 500;

/** What is closed. */
export interface Leaving {
  readonly name: string;
  readonly device: UsbDevice;
  readonly claimed: UsbInterface;
  readonly flights: Flights;
  readonly log: Logger;
}

/**
 * Feeds nothing more, cancels all, waits for every callback, releases, so that the kernel driver comes back, closes.
 * After 1 s at most it completes or emits that it is stuck; then it ends when libusb has given back everything.
 */
export function closing(leaving: Leaving): Closing {
  const { flights, claimed, name, log } = leaving;
  const released = flights
    .errand((done) => claimed.release(true, done))
    .pipe(
      catchError((error: unknown) => {
        log.debug(`${name}: ${messageOf(error)}`);
        return EMPTY;
      }),
    );
  return defer(() => {
    flights.ground();
    return concat(
      flights.idle.pipe(inTime(() => log.warn(`${name}: transfers cannot be cancelled; releasing it all the same`))),
      // Releasing also ends, as if the device had gone, what could not be cancelled.
      concat(released, flights.idle).pipe(inTime(() => log.warn(`${name}: transfers do not come back`))),
      closed(leaving),
    );
  });
}

const inTime = (say: () => void): MonoTypeOperatorFunction<never> =>
  timeout<never, Observable<never>>({
    first: DEADLINE,
    with: () => {
      say();
      return EMPTY;
    },
  });

/** Closes the handle, now or when libusb lets go of it. */
export function closed({ name, device, flights, log }: Omit<Leaving, 'claimed'>): Closing {
  return defer(() => {
    try {
      device.close();
      log.debug(`${name}: closed`);
      return EMPTY;
    } catch (error) {
      log.warn(`${name}: cannot be closed: ${messageOf(error)}`);
      if (!flights.busy) return EMPTY;
      return concat(of('stuck' as const), flights.idle, closed({ name, device, flights, log }));
    }
  });
}
