import type { EventEmitter } from 'node:events';
import type { MessageBus } from '@jellybrick/dbus-next';
import { type ErrorCode, LcdError } from '@lcdflow/core';
import { from, map, type Observable, Observable as Rx, switchMap, throwError, timeout } from 'rxjs';
import { onStream, type Stream } from './stream.ts';

// What has to be guarded against in @jellybrick/dbus-next 0.11:
// - It cuts addresses at each `:`, `,` and `;` and knows no %xx: `address.ts` reads them. Without an address it looks for
//   one in XDG_RUNTIME_DIR, DISPLAY and the home folder: it always gets one.
// - `error` without a listener ends the program: there is one from the first moment to long after the last.
// - A message that it cannot read is thrown out of the socket's `readable`, which ends the program: `emit` of the socket
//   is guarded.
// - The end of the connection is told to nobody, and calls that wait go on waiting: the socket's `close` is listened to.
// - It keeps each call for which no answer comes: `bus.ts` sends its own and looks for the answers.
// - `disconnect()` closes only its own half, and nothing before there is a socket: the socket is destroyed. It comes a
//   moment after the connection and is kept to itself: `stream.ts` catches it.
// - Proxy objects introspect, listen and stay, and AddMatch can be had only through them: there are only messages here.
// - Exported interfaces lose their members (0.11.3): the players of the tests answer messages, too.

const LONGEST = 5_000;

/** A library that has been loaded, and its connection. */
export interface Connection {
  readonly library: typeof import('@jellybrick/dbus-next');
  readonly messages: MessageBus;
}

const KINDS: Readonly<Record<string, readonly [code: ErrorCode, words: string]>> = {
  ENOENT: ['not-found', 'is not there: expected a bus to listen at it'],
  ECONNREFUSED: ['not-found', 'nobody listens at it: expected a bus'],
  EACCES: ['permission', 'may not be used by this user'],
  EAGAIN: ['busy', 'has too many connections now'],
};

/** Connects to the bus at a socket. Emits when it has said hello; errors when it has gone. Subscribing opens, unsubscribing closes. */
export function connection(socket: string): Observable<Connection> {
  const name = socket.replace(/^\0/, '@');
  const fail = (code: ErrorCode, words: string) => new LcdError(code, `${name}: ${words}`);
  if (/[:;,]/.test(socket)) return throwError(() => fail('config', 'expected a socket without : ; and ,'));
  return from(import('@jellybrick/dbus-next')).pipe(
    switchMap((library) => opened(library, socket, fail).pipe(map((messages) => ({ library, messages })))),
    timeout({ first: LONGEST, with: () => throwError(() => fail('timeout', 'does not greet within 5 s')) }),
  );
}

const NO_MESSAGE = 'sends what is no message of D-Bus';

type Fail = (code: ErrorCode, words: string) => LcdError;

const opened = (library: Connection['library'], socket: string, fail: Fail): Observable<MessageBus> =>
  new Rx((subscriber) => {
    const bus = library.sessionBus({ busAddress: `unix:socket=${socket}`, authMethods: ['EXTERNAL'] });
    const lost = (error: unknown) => subscriber.error(lostError(error, bus.name !== null, fail));
    (bus as EventEmitter).on('error', lost);
    bus.on('connect', () => subscriber.next(bus));
    return onStream(bus, (stream) => {
      guard(stream, lost);
      stream.on('close', () => lost(undefined));
    });
  });

function guard(stream: Stream, lost: (error: unknown) => void): void {
  const emit = stream.emit.bind(stream);
  stream.emit = (name, ...values) => {
    try {
      return emit(name, ...values);
    } catch {
      lost(new LcdError('protocol', NO_MESSAGE));
      return false;
    }
  };
}

function lostError(error: unknown, hasGreeted: boolean, fail: Fail): LcdError {
  if (error instanceof LcdError) return fail(error.code, error.message);
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  if (typeof type === 'string') return fail('permission', `refuses this program: ${type}`);
  if (code === undefined && error instanceof Error)
    return fail('protocol', hasGreeted ? NO_MESSAGE : 'does not greet as a bus does');
  return fail(...(KINDS[String(code)] ?? (['disconnected', 'has closed the connection'] as const)));
}
