import type { Completion } from '@lcdflow/core';
import {
  asyncScheduler,
  catchError,
  concat,
  defer,
  EMPTY,
  finalize,
  from,
  ignoreElements,
  merge,
  type Observable,
  repeat,
  Subject,
  take,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs';
import type { SerialAddress } from './address.ts';
import { closed, type Party, unplugged } from './port-error.ts';
import type { PortHandle } from './serial-module.ts';

/** ms of line time that the kernel may still have to send when a packet counts as gone, so that the line never idles. */
const LEAD = 10;
/** ms that an adapter may send later than its rate says. */
const LATE = 20;

/** A packet from its submission to its completion. */
interface Entry {
  readonly packet: Uint8Array;
  readonly gone: Subject<Completion>;
}

/**
 * The way out: one packet after the other. A packet has gone when the kernel has taken all of it and the line, at its
 * rate, has had the time to send it but for the last 10 ms. Nothing waits in a buffer that cannot be taken back, except
 * what the kernel holds when the other end stops the line.
 */
export class OutLine {
  // A set keeps the order of submission.
  readonly #waiting = new Set<Entry>();
  readonly #added = new Subject<void>();
  readonly #lost = new Subject<never>();
  readonly #handle: PortHandle;
  readonly #party: Party;
  readonly #msPerByte: number;
  #clearAt = 0;
  #writing = false;
  #end: unknown;

  constructor(handle: PortHandle, address: SerialAddress, party: Party) {
    this.#handle = handle;
    this.#party = party;
    this.#msPerByte = address.paced === false ? 0 : (bitsPerByte(address) * 1_000) / address.baudRate;
  }

  /** Sends while subscribed; errors when the port is lost. Whoever waits when it ends is told. */
  readonly pump: Observable<never> = defer(() => this.#next()).pipe(
    repeat(),
    ignoreElements(),
    catchError((error: unknown) => {
      this.end(error);
      return throwError(() => error);
    }),
    finalize(() => this.#tell(closed())),
  );

  /** As `Transport.submit`. The packet is copied at once; each subscription sends the copy. */
  submit(packet: Uint8Array): Observable<Completion> {
    const copy = Uint8Array.from(packet);
    return defer(() => {
      if (this.#end !== undefined) return throwError(() => this.#end);
      const entry: Entry = { packet: copy, gone: new Subject() };
      const added = defer(() => {
        this.#waiting.add(entry);
        this.#added.next();
        return EMPTY;
      });
      // A packet that has gone stays so, even if whoever is told closes the port.
      const lost = this.#lost.pipe(takeUntil(entry.gone));
      return merge(lost, entry.gone, added).pipe(
        take(1),
        finalize(() => this.#waiting.delete(entry)),
      );
    });
  }

  /** The port is lost: tells all whose packets have not gone, and all who come later. */
  end(error: unknown): void {
    this.#clearAt = 0;
    this.#tell(error);
  }

  /** ms until the line has surely sent what the kernel has taken; 0 when the kernel takes no more. */
  get rest(): number {
    return this.#writing ? 0 : Math.max(0, this.#clearAt + LATE - asyncScheduler.now());
  }

  #tell(error: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = error;
    this.#lost.error(error);
  }

  #next(): Observable<unknown> {
    const [entry] = this.#waiting;
    return entry ? this.#send(entry) : this.#added.pipe(take(1));
  }

  #send(entry: Entry): Observable<never> {
    const { packet, gone } = entry;
    const bytes = packet.length;
    this.#waiting.delete(entry);
    const written = defer(() => {
      this.#occupy(bytes);
      this.#writing = true;
      return from(this.#handle.write(Buffer.from(packet.buffer, packet.byteOffset, bytes)));
    }).pipe(
      catchError((cause: unknown) => throwError(() => unplugged(this.#party, cause))),
      tap(() => {
        this.#writing = false;
      }),
    );
    const told = defer(() => {
      gone.next({ packet, bytes });
      return EMPTY;
    });
    return concat(
      written.pipe(ignoreElements()),
      defer(() => this.#held(bytes)),
      told,
    );
  }

  #occupy(bytes: number): void {
    this.#clearAt = Math.max(this.#clearAt, asyncScheduler.now()) + bytes * this.#msPerByte;
  }

  /** Not longer than the packet itself takes, whatever a clock that was set says. */
  #held(bytes: number): Observable<never> {
    const wait = Math.min(this.#clearAt - asyncScheduler.now() - LEAD, bytes * this.#msPerByte);
    return wait > 0 ? timer(Math.ceil(wait)).pipe(ignoreElements()) : EMPTY;
  }
}

/** Start bit, data bits, parity, stop bits. */
const bitsPerByte = ({ dataBits = 8, parity = 'none', stopBits = 1 }: SerialAddress): number =>
  1 + dataBits + (parity === 'none' ? 0 : 1) + stopBits;
