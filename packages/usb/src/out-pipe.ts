import { type Completion, LcdError } from '@lcdflow/core';
import { catchError, defer, finalize, merge, Observable, Subject, type Subscriber, throwError } from 'rxjs';
import { deadline, tooLate } from './deadline.ts';
import type { Flight, Flights, Outcome } from './flights.ts';
import { closed, failed, lcdError, type Party } from './libusb-error.ts';
import { RETRIES, Recovery } from './recovery.ts';
import { STATUS, type UsbEndpoint } from './usb-module.ts';

/** A packet from its submission to its completion. */
interface Entry {
  readonly packet: Buffer;
  readonly asker: Subscriber<Completion>;
  flight?: Flight | undefined;
  tries: number;
  /** Its time is up, so that a cancelling is the timer's doing. */
  late: boolean;
  /** It goes again, behind one that failed. */
  again: boolean;
}

/**
 * The way to the device. After a failed transfer the ones behind it go again too, in order, even if they had got
 * through: the device may see a packet twice, but never an older one last.
 */
export class OutPipe {
  // A set keeps the order of submission.
  readonly #line = new Set<Entry>();
  readonly #lost = new Subject<never>();
  readonly #recovery: Recovery;
  readonly #endpoint: UsbEndpoint;
  readonly #flights: Flights;
  readonly #party: Party;
  readonly #patience: number;
  #aloft = 0;

  /** `patience`: ms that a packet may take. */
  constructor(endpoint: UsbEndpoint, flights: Flights, party: Party, patience: number) {
    this.#endpoint = endpoint;
    this.#flights = flights;
    this.#party = party;
    this.#patience = patience;
    this.#recovery = new Recovery(endpoint, flights);
  }

  /** Heals the endpoint while subscribed; errors when the device is gone. Whoever waits when it ends is told. */
  readonly pump: Observable<never> = defer(() =>
    merge(
      this.#lost,
      this.#recovery.run(() => this.#resume()),
    ).pipe(
      catchError((error) => {
        const lost = lcdError(error, this.#party);
        this.end(lost);
        return throwError(() => lost);
      }),
      finalize(() => this.end(closed())),
    ),
  );

  /** As `Transport.submit`. The packet is copied at once; each subscription sends the copy. */
  submit(packet: Uint8Array): Observable<Completion> {
    const copy = Buffer.from(packet);
    return new Observable((asker) => this.#enter({ packet: copy, asker, tries: 0, late: false, again: false }));
  }

  /** Tells all whose packets have not gone. */
  end(error: unknown): void {
    for (const { asker } of [...this.#line]) asker.error(error);
  }

  #enter(entry: Entry): void {
    const { asker } = entry;
    this.#line.add(entry);
    asker.add(() => this.#leave(entry));
    if (!this.#recovery.active) this.#launch(entry);
    deadline(asker, this.#patience, () => this.#expire(entry), this.#party);
  }

  #leave(entry: Entry): void {
    this.#line.delete(entry);
    entry.flight?.cancel();
  }

  #launch(entry: Entry): void {
    entry.again = false;
    try {
      entry.flight = this.#flights.begin(this.#endpoint, entry.packet, (outcome) => this.#landed(entry, outcome));
      this.#aloft++;
    } catch (error) {
      entry.asker.error(lcdError(error, this.#party));
    }
  }

  #landed(entry: Entry, outcome: Outcome): void {
    entry.flight = undefined;
    this.#aloft--;
    const tell = this.#line.has(entry) ? this.#verdict(entry, outcome) : undefined;
    if (this.#recovery.active && this.#aloft === 0) this.#recovery.proceed();
    tell?.();
  }

  /** What the asker is told, if anything; said last, for whoever is told may throw. */
  #verdict(entry: Entry, { status, bytes }: Outcome): (() => void) | undefined {
    const { asker, packet } = entry;
    if (status === STATUS.noDevice) return () => this.#lost.error(failed(status, this.#party));
    if (entry.late && status !== STATUS.completed) return () => asker.error(tooLate(this.#patience, this.#party));
    if (entry.again) {
      if (status === STATUS.stall) this.#recovery.begin(status, entry.tries);
      return undefined;
    }
    if (status === STATUS.completed) return () => this.#complete(asker, packet, bytes);
    if (status !== STATUS.stall && status !== STATUS.error && status !== STATUS.cancelled)
      return () => asker.error(failed(status, this.#party));
    entry.tries++;
    this.#recover(entry, status);
    return entry.tries > RETRIES ? () => asker.error(failed(status, this.#party)) : undefined;
  }

  #complete(asker: Subscriber<Completion>, packet: Buffer, bytes: number): void {
    if (bytes < packet.length) {
      asker.error(new LcdError('protocol', `${this.#party.name} took ${bytes} of ${packet.length} bytes`));
    } else {
      asker.next({ packet: new Uint8Array(packet.buffer, packet.byteOffset, packet.length), bytes });
      asker.complete();
    }
  }

  /** All behind the failed one are called back. */
  #recover(failure: Entry, status: number): void {
    this.#recovery.begin(status, failure.tries);
    const line = [...this.#line];
    for (const entry of line.slice(line.indexOf(failure))) {
      entry.again = true;
      entry.flight?.cancel();
    }
  }

  #resume(): void {
    for (const entry of [...this.#line]) this.#launch(entry);
  }

  #expire(entry: Entry): void {
    entry.late = true;
    if (entry.flight) entry.flight.cancel();
    else entry.asker.error(tooLate(this.#patience, this.#party));
  }
}
