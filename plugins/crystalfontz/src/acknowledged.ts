import { type Completion, LcdError, type Transport } from '@lcdflow/core';
import {
  combineLatest,
  defer,
  filter,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  startWith,
  switchMap,
  take,
  tap,
  throwError,
  timer,
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

  const submit = (packet: Uint8Array): Observable<Completion> =>
    defer(() => {
      let isReplied = false;
      const watching = line.incoming.pipe(
        filter((received) => isReplyTo(packet, received)),
        tap(() => {
          isReplied = true;
        }),
        ignoreElements(),
      );
      const attempt = (retries: number): Observable<unknown> =>
        exchange(packet).pipe(switchMap((inTime) => (inTime ? of(true) : resync(retries))));
      const resync = (retries: number): Observable<unknown> => {
        if (retries === 0) return throwError(() => silence(packet));
        onRetry();
        pings += 1;
        return exchange(encodePing(pings)).pipe(
          switchMap((inTime) => {
            if (!inTime) return resync(retries - 1);
            return isReplied ? of(true) : attempt(retries - 1);
          }),
        );
      };
      return merge(watching, attempt(RETRIES)).pipe(
        take(1),
        map(() => ({ packet, bytes: packet.length })),
      );
    });
  return { incoming: line.incoming, submit };
}

/** Listens, then sends; emits once the packet has gone whether the reply came in time. */
function exchangeOn(line: Transport, packet: Uint8Array): Observable<boolean> {
  const isReplied = line.incoming.pipe(
    filter((received) => isReplyTo(packet, received)),
    map(() => true),
    startWith(false),
  );
  const isLate = line.submit(packet).pipe(
    switchMap(() =>
      timer(WITHIN).pipe(
        map(() => true),
        startWith(false),
      ),
    ),
  );
  return combineLatest([isReplied, isLate]).pipe(
    filter(([replied, late]) => replied || late),
    map(([replied]) => replied),
    take(1),
  );
}

const silence = (packet: Uint8Array): LcdError =>
  new LcdError(
    'timeout',
    `the panel is silent: no answer to command ${numberOf(packet)} and to ${RETRIES} more tries, ${WITHIN} ms each`,
  );
