import { concat, connectable, defer, EMPTY, type Observable, ReplaySubject } from 'rxjs';
import type { UsbDevice } from './usb-module.ts';

/** A closing: completes when the device may be opened again; emits when nobody knows when that will be. */
export type Closing = Observable<'stuck'>;

// Of the module, not of a bus: two users of a device share one handle, and the close of one would end the other.
const uses = new WeakMap<UsbDevice, 'open' | Closing>();

/** How this program uses a device now: not at all when `undefined`. */
export const useOf = (device: UsbDevice): 'open' | Closing | undefined => uses.get(device);

/** Marks a device as used. */
export function enter(device: UsbDevice): void {
  uses.set(device, 'open');
}

/** Runs a closing, which must not error, to its end, whoever has left meanwhile. Until then the device is in use. */
export function leave(device: UsbDevice, closing: Closing): void {
  const freed = defer(() => {
    uses.delete(device);
    return EMPTY;
  });
  const running = connectable(concat(closing, freed), {
    connector: () => new ReplaySubject(1),
    resetOnDisconnect: false,
  });
  uses.set(device, running);
  running.connect();
}
