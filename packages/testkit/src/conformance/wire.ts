import { type Completion, LcdError, type Transport } from '@lcdflow/core';
import { defer, finalize, map, type Observable, Subject, switchMap, tap, throwError, timer } from 'rxjs';

/** Notes what a driver does with a transport. */
export class Wire {
  /** What the driver gets; a plain object, as drivers may make another one of it. */
  readonly transport: Transport;
  /** The number of each packet when it is handed over, from 1. */
  readonly handed = new Subject<number>();
  /** Packets handed over so far. */
  submitted = 0;
  /** Bytes of all of them. */
  bytes = 0;
  /** Packets with the device now, and the most there have been at a time. */
  underWay = 0;
  most = 0;
  /** Who reads `incoming` now, and how many connections are open. */
  listeners = 0;
  connections = 0;
  /** The first packet whose bytes changed while it was with the device. */
  changed: number | undefined;
  /** From this packet on none goes. */
  brokenFrom = Number.POSITIVE_INFINITY;
  readonly #inner: Transport;

  constructor(inner: Transport) {
    this.#inner = inner;
    this.transport = { submit: (packet) => this.#submit(packet), incoming: this.#incoming() };
  }

  /** The same connection with this transport instead of its own. */
  over(connection: Observable<Transport>): Observable<Transport> {
    return defer(() => {
      this.connections += 1;
      return connection.pipe(
        map(() => this.transport),
        finalize(() => {
          this.connections -= 1;
        }),
      );
    });
  }

  #submit(packet: Uint8Array): Observable<Completion> {
    return defer(() => {
      const before = packet.slice();
      const leave = this.#enter();
      this.bytes += before.length;
      const number = this.submitted;
      this.handed.next(number);
      return this.#going(packet, number).pipe(
        tap({
          next: () => {
            if (this.changed === undefined && packet.some((byte, index) => byte !== before[index]))
              this.changed = number;
            leave();
          },
          error: leave,
        }),
        finalize(leave),
      );
    });
  }

  #incoming(): Observable<Uint8Array> {
    return defer(() => {
      this.listeners += 1;
      return this.#inner.incoming.pipe(
        finalize(() => {
          this.listeners -= 1;
        }),
      );
    });
  }

  /** Counts a packet in. It leaves as soon as it has gone: what follows on that may hand over the next. */
  #enter(): () => void {
    let gone = false;
    this.submitted += 1;
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    return () => {
      if (!gone) this.underWay -= 1;
      gone = true;
    };
  }

  #going(packet: Uint8Array, number: number): Observable<Completion> {
    if (number < this.brokenFrom) return this.#inner.submit(packet);
    return timer(1).pipe(
      switchMap(() => throwError(() => new LcdError('disconnected', `packet ${number} was lost on purpose`))),
    );
  }
}
