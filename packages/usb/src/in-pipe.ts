import { catchError, concat, defer, from, merge, Observable, Subject, type Subscriber } from 'rxjs';
import type { Flight, Flights, Outcome } from './flights.ts';
import { failed, lcdError, type Party } from './libusb-error.ts';
import { RETRIES, Recovery } from './recovery.ts';
import { STATUS, type UsbEndpoint } from './usb-module.ts';

/** Transfers that always wait at the device: between two of them nothing may be missed. */
const WAITING = 2;

/** The largest packet of a full-speed interrupt endpoint, in bytes (USB 2.0, 5.7.3). */
const LARGEST = 64;

/** Packets kept for the first subscriber. */
const EARLY = 64;

/** The way from the device. */
export class InPipe {
  readonly #flying = new Set<Flight>();
  readonly #arrivals = new Subject<Uint8Array>();
  readonly #recovery: Recovery;
  readonly #endpoint: UsbEndpoint;
  readonly #flights: Flights;
  readonly #party: Party;
  #early: Uint8Array[] | undefined = [];
  readonly #room: number;
  #failures = 0;
  #owner: Subscriber<never> | undefined;

  constructor(endpoint: UsbEndpoint, flights: Flights, party: Party) {
    this.#endpoint = endpoint;
    this.#flights = flights;
    this.#party = party;
    this.#recovery = new Recovery(endpoint, flights);
    this.#room = roomFor(endpoint);
  }

  /** Keeps transfers waiting at the device while subscribed; errors when the device is gone or cannot be read. */
  readonly pump: Observable<never> = defer(() =>
    merge(
      this.#recovery.run(() => this.#fill()),
      new Observable<never>((owner) => this.#start(owner)),
    ).pipe(catchError((error) => this.#gone(error))),
  );

  /** As `Transport.incoming`: the same packets for all; the first to subscribe gets what came before. */
  readonly packets: Observable<Uint8Array> = defer(() => {
    const early = this.#early ?? [];
    this.#early = undefined;
    return concat(from(early), this.#arrivals);
  });

  /** Tells all who listen. */
  end(error: unknown): void {
    this.#arrivals.error(error);
  }

  #start(owner: Subscriber<never>): () => void {
    this.#owner = owner;
    this.#fill();
    return () => {
      this.#owner = undefined;
      for (const flight of [...this.#flying]) flight.cancel();
      this.#arrivals.complete();
    };
  }

  #fill(): void {
    while (this.#owner?.closed === false && this.#flying.size < WAITING) this.#launch(Buffer.alloc(this.#room));
  }

  #launch(buffer: Buffer): void {
    try {
      const flight = this.#flights.begin(this.#endpoint, buffer, (outcome) => {
        this.#flying.delete(flight);
        this.#landed(buffer, outcome);
      });
      this.#flying.add(flight);
    } catch (error) {
      this.#fail(error);
    }
  }

  #landed(buffer: Buffer, { status, bytes }: Outcome): void {
    if (this.#owner?.closed !== false) return;
    if (status === STATUS.completed) this.#arrived(buffer, bytes);
    else if (status === STATUS.stall || status === STATUS.error || status === STATUS.cancelled) this.#recover(status);
    else this.#fail(failed(status, this.#party));
    if (this.#recovery.active && this.#flying.size === 0) this.#recovery.proceed();
  }

  /** Copies, gives the buffer back to the device, and only then tells: whoever is told may throw. */
  #arrived(buffer: Buffer, bytes: number): void {
    const packet = Uint8Array.from(buffer.subarray(0, bytes));
    this.#failures = 0;
    if (!this.#recovery.active) this.#launch(buffer);
    if (bytes === 0) return;
    if (!this.#early) this.#arrivals.next(packet);
    else if (this.#early.length < EARLY) this.#early.push(packet);
  }

  #recover(status: number): void {
    if (this.#recovery.active && status === STATUS.cancelled) return;
    if (!this.#recovery.active) this.#failures++;
    if (this.#failures > RETRIES) this.#fail(failed(status, this.#party));
    this.#recovery.begin(status, this.#failures);
    for (const flight of [...this.#flying]) flight.cancel();
  }

  #fail(error: unknown): void {
    this.#owner?.error(error);
  }

  #gone(error: unknown): never {
    const lost = lcdError(error, this.#party);
    this.end(lost);
    throw lost;
  }
}

/**
 * Bytes a transfer has room for: one packet, and not more, for a packet of full size does not end a transfer that has
 * room for another (USB 2.0, 5.7.3).
 */
const roomFor = ({ descriptor }: UsbEndpoint): number => descriptor.wMaxPacketSize & 0x7ff || LARGEST;
