import { type Completion, LcdError, type Transport } from '@lcdflow/core';
import {
  asyncScheduler,
  defer,
  filter,
  ignoreElements,
  map,
  merge,
  Observable,
  of,
  type Subscriber,
  switchMap,
  take,
  tap,
  throwError,
} from 'rxjs';
import { isReplyTo } from './decode.ts';
import { encodePing } from './encode.ts';
import { numberOf } from './packet.ts';

/** The panel answers within this time, in ms, from when a command has gone (docs/protocol.md section 2.2). */
const WITHIN = 250;
/** How often more is tried when it has not. */
const RETRIES = 3;

/**
 * The same line for one command at a time: a packet has gone when the panel has answered or refused it. When no answer
 * comes, a ping with a number of its own is sent: all that comes before its echo is old. If the answer is among it, it
 * was late; if not, the same packet is sent again. So a late answer is never taken for that of the next command, even
 * if both are the same. Errors with `timeout` when nothing helps; `onRetry` is told of each try after the first.
 */
export function acknowledged(line: Transport, onRetry: () => void): Transport {
  let pings = 0;
  const exchange = (packet: Uint8Array) => exchangeOn(line, packet);

  /** What is done about a packet that was not answered in time. Emits once it was. */
  const insist = (packet: Uint8Array): Observable<unknown> =>
    defer(() => {
      let isReplied = false;
      const watching = line.incoming.pipe(
        filter((received) => isReplyTo(packet, received)),
        tap(() => {
          isReplied = true;
        }),
        ignoreElements(),
      );
      const resync = (retries: number): Observable<unknown> => {
        if (retries === 0) return throwError(() => silence(packet));
        onRetry();
        pings += 1;
        return exchange(encodePing(pings)).pipe(
          switchMap((inTime) => {
            if (!inTime) return resync(retries - 1);
            return isReplied ? of(true) : again(retries - 1);
          }),
        );
      };
      const again = (retries: number): Observable<unknown> =>
        exchange(packet).pipe(switchMap((inTime) => (inTime ? of(true) : resync(retries))));
      return merge(watching, resync(RETRIES));
    });

  const submit = (packet: Uint8Array): Observable<Completion> => {
    const gone = { packet, bytes: packet.length };
    return exchange(packet).pipe(
      switchMap((inTime) => (inTime ? of(gone) : insist(packet).pipe(map(() => gone)))),
      take(1),
    );
  };
  return { incoming: line.incoming, submit };
}

/** Listens, then sends; emits once the packet has gone whether the reply came in time. */
const exchangeOn = (line: Transport, packet: Uint8Array): Observable<boolean> =>
  new Observable((asker) => new Exchange(packet, asker).begin(line));

/** One observer for each packet and what is heard meanwhile. */
class Exchange {
  readonly #packet: Uint8Array;
  readonly #asker: Subscriber<boolean>;
  #isReplied = false;
  #isGone = false;

  constructor(packet: Uint8Array, asker: Subscriber<boolean>) {
    this.#packet = packet;
    this.#asker = asker;
  }

  begin(line: Transport): void {
    const error = (failure: unknown) => this.#asker.error(failure);
    this.#asker.add(line.incoming.subscribe({ next: (received) => this.#hear(received), error }));
    if (!this.#asker.closed) this.#asker.add(line.submit(this.#packet).subscribe({ next: () => this.#wait(), error }));
  }

  #hear(received: Uint8Array): void {
    if (!isReplyTo(this.#packet, received)) return;
    this.#isReplied = true;
    if (this.#isGone) this.#tell(true);
  }

  #wait(): void {
    this.#isGone = true;
    if (this.#isReplied) this.#tell(true);
    else this.#asker.add(asyncScheduler.schedule(() => this.#tell(false), WITHIN));
  }

  #tell(inTime: boolean): void {
    this.#asker.next(inTime);
    this.#asker.complete();
  }
}

const silence = (packet: Uint8Array): LcdError =>
  new LcdError(
    'timeout',
    `the panel is silent: no answer to command ${numberOf(packet)} and to ${RETRIES} more tries, ${WITHIN} ms each`,
  );
