import { type ErrorCode, LcdError } from '@lcdflow/core';
import type { Message, MessageBus } from 'dbus-next';
import { from, map, type Observable, Observable as Rx, switchMap, throwError, timeout } from 'rxjs';

// What has to be guarded against in dbus-next 0.10:
// - An address with `path=` loads the native usocket where it is installed, one with `abstract=` needs it: it gets
//   `socket=`, which is a plain socket of Node. It cuts addresses at each `:`, `,` and `=` and knows no %xx: `address.ts`
//   reads them. Without an address it looks for one in the home folder and in DISPLAY: it always gets one.
// - `error` without a listener ends the program: there is one from the first moment to long after the last.
// - An error in answer to Hello is thrown from a promise that nobody holds, which ends the program: the answer is kept
//   from it.
// - A message that it cannot read, and an answer to a bus that has gone, is thrown out of the socket's `readable`, which
//   ends the program: `emit` of the socket is guarded.
// - The end of the connection is told to nobody, and calls that wait go on waiting: the socket's `close` is listened to.
// - `disconnect()` closes only its own half, and nothing while it connects: the socket is destroyed.
// - Its count of match rules never counts, so that the rule of one listener goes with another: AddMatch is called here.
// - Proxy objects introspect, listen and stay: there are only messages here.

const LONGEST = 5_000;

/** The part of `net.Socket` that matters. */
interface Stream {
  emit(name: string, ...values: unknown[]): boolean;
  on(name: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

/** A library that has been loaded, and its connection. */
export interface Connection {
  readonly library: typeof import('dbus-next');
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
  if (/[:;,=]/.test(socket)) return throwError(() => fail('config', 'expected a socket without : ; , and ='));
  return from(import('dbus-next')).pipe(
    switchMap((loaded) => {
      const library = (loaded as unknown as { default: typeof loaded }).default;
      return opened(library, socket, fail).pipe(map((messages) => ({ library, messages })));
    }),
    timeout({ first: LONGEST, with: () => throwError(() => fail('timeout', 'does not greet within 5 s')) }),
  );
}

type Fail = (code: ErrorCode, words: string) => LcdError;

const opened = (library: Connection['library'], socket: string, fail: Fail): Observable<MessageBus> =>
  new Rx((subscriber) => {
    const lost = (error: unknown) => subscriber.error(lostError(error, fail));
    const options = { busAddress: `unix:socket=${socket}`, authMethods: ['EXTERNAL'] };
    const bus = library.sessionBus(options as { busAddress: string });
    const { stream } = (bus as unknown as { _connection: { stream: Stream } })._connection;
    guard(stream, lost);
    stream.on('close', () => lost(undefined));
    bus.on('error', lost);
    bus.on('message', (message: Message) => {
      if (!isRefusal(message, bus, library)) return;
      (message as { replySerial: unknown }).replySerial = -1;
      subscriber.error(fail('permission', `refuses this program: ${message.errorName}`));
    });
    bus.on('connect', () => subscriber.next(bus));
    return () => stream.destroy();
  });

/** Until the bus has greeted, only its answer to Hello comes. */
const isRefusal = (message: Message, bus: MessageBus, { MessageType }: Connection['library']): boolean =>
  message.type === MessageType.ERROR && ((bus as { name?: string | null }).name ?? null) === null;

function guard(stream: Stream, lost: (error: unknown) => void): void {
  const emit = stream.emit.bind(stream);
  stream.emit = (name, ...values) => {
    try {
      return emit(name, ...values);
    } catch {
      lost(new LcdError('protocol', 'sends what is no message of D-Bus'));
      return false;
    }
  };
}

function lostError(error: unknown, fail: Fail): LcdError {
  if (error instanceof LcdError) return fail(error.code, error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '' && error instanceof Error) return fail('protocol', 'does not greet as a bus does');
  return fail(...(KINDS[code] ?? (['disconnected', 'has closed the connection'] as const)));
}
