import { type Completion, LcdError } from '@lcdflow/core';
import { defer, finalize, Observable, Subject, type Subscriber } from 'rxjs';
import { deadline, tooLate } from './deadline.ts';
import type { Flight, Flights, Outcome } from './flights.ts';
import { closed, failed, lcdError, type Party } from './libusb-error.ts';
import { type Request, requestOf, requestText, SETUP } from './setup-packet.ts';
import { STATUS, type UsbEndpoint } from './usb-module.ts';

/** A request from its submission to its completion. */
interface Entry {
  readonly packet: Uint8Array;
  readonly request: Request;
  readonly asker: Subscriber<Completion>;
  flight?: Flight | undefined;
  /** Its time is up, so that a cancelling is the timer's doing. */
  late: boolean;
}

/**
 * Requests on endpoint 0. None is sent twice: the device may have carried out what seems to have failed, and a letter
 * that is shown twice is worse than a display that is opened again. A stall refuses one request and halts nothing.
 */
export class ControlPipe {
  readonly #waiting = new Set<Entry>();
  readonly #lost = new Subject<never>();
  readonly #arrivals = new Subject<Uint8Array>();
  readonly #endpoint: Pick<UsbEndpoint, 'makeTransfer'>;
  readonly #flights: Flights;
  readonly #party: Party;
  readonly #patience: number;

  /** `patience`: ms that a request may take. */
  constructor(endpoint: Pick<UsbEndpoint, 'makeTransfer'>, flights: Flights, party: Party, patience: number) {
    this.#endpoint = endpoint;
    this.#flights = flights;
    this.#party = party;
    this.#patience = patience;
  }

  /** Errors when the device is gone. Whoever waits when it ends is told. */
  readonly pump: Observable<never> = defer(() => this.#lost.pipe(finalize(() => this.#end(closed()))));

  /** Answers to requests for data, each right after its completion: the SETUP packet, and the data behind it. */
  readonly answers: Observable<Uint8Array> = this.#arrivals.asObservable();

  /** As `Transport.submit`. The packet is copied at once; each subscription sends the copy. */
  submit(packet: Uint8Array): Observable<Completion> {
    const copy = Uint8Array.from(packet);
    return new Observable((asker) => this.#enter({ packet: copy, request: requestOf(copy), asker, late: false }));
  }

  #end(error: unknown): void {
    for (const { asker } of [...this.#waiting]) asker.error(error);
    this.#arrivals.complete();
  }

  #enter(entry: Entry): void {
    const { packet, request, asker } = entry;
    // Room for what comes, behind the SETUP packet: the kernel refuses less.
    const buffer = Buffer.alloc(SETUP + request.length);
    buffer.set(packet);
    this.#waiting.add(entry);
    asker.add(() => this.#leave(entry));
    try {
      entry.flight = this.#flights.begin(this.#endpoint, buffer, (outcome) => this.#landed(entry, buffer, outcome));
    } catch (error) {
      asker.error(lcdError(error, this.#party));
    }
    deadline(asker, this.#patience, () => this.#expire(entry), this.#party);
  }

  #leave(entry: Entry): void {
    this.#waiting.delete(entry);
    entry.flight?.cancel();
  }

  #landed(entry: Entry, buffer: Buffer, { status, bytes }: Outcome): void {
    entry.flight = undefined;
    if (status === STATUS.noDevice) this.#gone();
    else if (!this.#waiting.has(entry)) return;
    else if (status === STATUS.completed) this.#complete(entry, buffer, bytes);
    else entry.asker.error(this.#failure(entry, status));
  }

  /** Whoever asks hears first that the request has gone, and then the answer. */
  #complete({ packet, request, asker }: Entry, buffer: Buffer, bytes: number): void {
    const { asks, length } = request;
    if (!asks && bytes < length) {
      const taken = `${this.#party.name} took ${SETUP + bytes} of ${packet.length} bytes`;
      asker.error(new LcdError('protocol', taken));
    } else {
      asker.next({ packet, bytes: packet.length });
      asker.complete();
    }
    if (asks) this.#arrivals.next(Uint8Array.from(buffer.subarray(0, SETUP + bytes)));
  }

  #failure({ packet, late }: Entry, status: number): LcdError {
    if (late) return tooLate(this.#patience, this.#party);
    if (status !== STATUS.stall) return failed(status, this.#party);
    return new LcdError('protocol', `${this.#party.name} refuses the request ${requestText(packet)} (stall)`);
  }

  #gone(): void {
    const lost = failed(STATUS.noDevice, this.#party);
    for (const { asker } of [...this.#waiting]) asker.error(lost);
    this.#arrivals.error(lost);
    this.#lost.error(lost);
  }

  #expire(entry: Entry): void {
    entry.late = true;
    entry.flight?.cancel();
  }
}
