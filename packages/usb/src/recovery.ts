import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  ignoreElements,
  type Observable,
  Subject,
  throwError,
  timer,
} from 'rxjs';
import type { Flights } from './flights.ts';
import { type LibusbFailure, REFUSED, STATUS, type UsbEndpoint } from './usb-module.ts';

/** How often in a row something is tried again. */
export const RETRIES = 3;

/** ms before the first new try after an error on the line. It doubles, so that a hub has time to notice an unplugging. */
const PAUSE = 100;

/** The way back of one endpoint after a failed transfer. */
export class Recovery {
  readonly #ready = new Subject<void>();
  readonly #endpoint: UsbEndpoint;
  readonly #flights: Flights;
  #cause: { status: number; attempt: number } | undefined;

  constructor(endpoint: UsbEndpoint, flights: Flights) {
    this.#endpoint = endpoint;
    this.#flights = flights;
  }

  /** Nothing may be submitted now. */
  get active(): boolean {
    return this.#cause !== undefined;
  }

  /** Begins. `attempt` counts from 1. A halt must be cleared, whatever else fails meanwhile. */
  begin(status: number, attempt: number): void {
    if (this.#cause?.status !== STATUS.stall) this.#cause = { status, attempt };
  }

  /** Nothing of the endpoint is under way any more: heals, outside of libusb's callback. */
  proceed(): void {
    this.#ready.next();
  }

  /** Runs while subscribed; calls `resume` after each healing. Errors with libusb's error when the device is gone. */
  run(resume: () => void): Observable<never> {
    const resumed = defer(() => {
      this.#cause = undefined;
      resume();
      return EMPTY;
    });
    return this.#ready.pipe(exhaustMap(() => concat(this.#healed(), resumed)));
  }

  #healed(): Observable<never> {
    const { status, attempt } = this.#cause ?? { status: STATUS.cancelled, attempt: 1 };
    const pause = timer(status === STATUS.error ? PAUSE * 2 ** (attempt - 1) : 0).pipe(ignoreElements());
    return status === STATUS.stall ? concat(pause, this.#haltCleared()) : pause;
  }

  /** Failures other than an unplugged device show in the next transfer. */
  #haltCleared(): Observable<never> {
    const cleared = this.#flights.errand((done) => this.#endpoint.clearHalt(done));
    return cleared.pipe(
      catchError((error: LibusbFailure) => (error.errno === REFUSED.noDevice ? throwError(() => error) : EMPTY)),
    );
  }
}
