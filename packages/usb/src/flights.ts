import { defer, EMPTY, filter, ignoreElements, Observable, Subject, take } from 'rxjs';
import { closed } from './libusb-error.ts';
import { unswallowed } from './unswallowed.ts';
import { type LibusbFailure, STATUS, type UsbEndpoint, type UsbTransfer } from './usb-module.ts';

/** How a transfer ended: `status` is one of `STATUS`, `bytes` is what moved. */
export interface Outcome {
  readonly status: number;
  readonly bytes: number;
}

type Endpoint = Pick<UsbEndpoint, 'makeTransfer'>;

/** A transfer, and what its callback does. */
interface Plane {
  readonly transfer: UsbTransfer;
  readonly landing: { now: ((outcome: Outcome) => void) | undefined };
}

/** The module holds callbacks for as long as there is the transfer: one that knew its transfer would keep it for ever. */
function newPlane(endpoint: Endpoint): Plane {
  const landing: Plane['landing'] = { now: undefined };
  const transfer = endpoint.makeTransfer(0, (error, _buffer, bytes) =>
    landing.now?.({ status: error?.errno ?? STATUS.completed, bytes }),
  );
  return { transfer, landing };
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
  // Making a transfer takes longer than sending it.
  readonly #hangars = new Map<Endpoint, Plane[]>();
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
   * Fills and submits a transfer. `landed` is called once, never before this returns. Throws what libusb threw; then
   * nothing is called.
   */
  begin(endpoint: Endpoint, buffer: Buffer, landed: (outcome: Outcome) => void): Flight {
    if (this.#grounded) throw closed();
    const plane = this.#hangars.get(endpoint)?.pop() ?? newPlane(endpoint);
    plane.transfer.submit(buffer);
    this.#aloft.set(plane.transfer, buffer);
    plane.landing.now = (outcome) => {
      this.#aloft.delete(plane.transfer);
      plane.landing.now = undefined;
      if (outcome.status === STATUS.completed) this.#park(endpoint, plane);
      unswallowed(() => landed(outcome));
      unswallowed(() => this.#landings.next());
    };
    const flight = plane.landing.now;
    return {
      cancel: () => {
        if (flight === plane.landing.now) this.#cancel(plane.transfer);
      },
    };
  }

  /** One that has landed well flies again, also from its own landing. */
  #park(endpoint: Endpoint, plane: Plane): void {
    const hangar = this.#hangars.get(endpoint) ?? [];
    hangar.push(plane);
    this.#hangars.set(endpoint, hangar);
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
