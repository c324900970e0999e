import { defer, EMPTY, filter, ignoreElements, Observable, Subject, take } from 'rxjs';
import { closed } from './libusb-error.ts';
import { unswallowed } from './unswallowed.ts';
import type { LibusbFailure, UsbEndpoint, UsbTransfer } from './usb-module.ts';

/** How a transfer ended: `status` is one of `STATUS`, `bytes` is what moved. */
export interface Outcome {
  readonly status: number;
  readonly bytes: number;
}

/** A transfer that libusb holds. */
export interface Flight {
  /** Asks libusb to give it back; it still lands. Does nothing once it has landed. */
  cancel(): void;
}

/** Everything libusb holds of one open device: nothing may be closed before the last has landed. */
export class Flights {
  // The buffer belongs to libusb until the callback: the map keeps it alive.
  readonly #aloft = new Map<UsbTransfer, Buffer>();
  readonly #landings = new Subject<void>();
  #errands = 0;
  #grounded = false;

  /** Completes when libusb holds nothing. */
  readonly idle: Observable<never> = defer(() =>
    this.busy
      ? this.#landings.pipe(
          filter(() => !this.busy),
          take(1),
          ignoreElements(),
        )
      : EMPTY,
  );

  /** libusb holds something. */
  get busy(): boolean {
    return this.#aloft.size + this.#errands > 0;
  }

  /**
   * Allocates, fills and submits a transfer. `landed` is called once, never before this returns. Throws what libusb
   * threw; then nothing is called.
   */
  begin(endpoint: Pick<UsbEndpoint, 'makeTransfer'>, buffer: Buffer, landed: (outcome: Outcome) => void): Flight {
    if (this.#grounded) throw closed();
    const transfer = endpoint.makeTransfer(0, (error, _buffer, bytes) => {
      this.#aloft.delete(transfer);
      unswallowed(() => landed({ status: error?.errno ?? 0, bytes }));
      unswallowed(() => this.#landings.next());
    });
    transfer.submit(buffer);
    this.#aloft.set(transfer, buffer);
    return { cancel: () => this.#cancel(transfer) };
  }

  /** A call with a callback that is no transfer; until the callback the device may not be closed either. */
  errand(start: (done: (error: LibusbFailure | undefined) => void) => void): Observable<never> {
    return new Observable((subscriber) => {
      start((error) => {
        this.#errands--;
        unswallowed(() => (error ? subscriber.error(error) : subscriber.complete()));
        unswallowed(() => this.#landings.next());
      });
      this.#errands++;
    });
  }

  /** Begins nothing any more and cancels everything. */
  ground(): void {
    this.#grounded = true;
    for (const transfer of [...this.#aloft.keys()]) this.#cancel(transfer);
  }

  #cancel(transfer: UsbTransfer): void {
    if (!this.#aloft.has(transfer)) return;
    try {
      transfer.cancel();
    } catch {
      // The device is gone: the callback comes by itself.
    }
  }
}
