import process from 'node:process';
import type { Message, MessageBus } from '@jellybrick/dbus-next';
import { type ErrorCode, LcdError } from '@lcdflow/core';
import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  filter,
  from,
  fromEvent,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  share,
  switchMap,
  take,
  tap,
  throwError,
  timeout,
} from 'rxjs';
import { type BusChoice, socketOf } from './address.ts';
import { type Connection, connection } from './connection.ts';

const LONGEST = 2_000;

/** A call of a method. Nobody is started by it. */
export interface Call {
  /** The name of who is called. */
  readonly to: string;
  readonly path: string;
  readonly of: string;
  readonly method: string;
  readonly signature?: string;
  readonly values?: readonly unknown[];
}

/** A connection to a bus of D-Bus. */
export interface Bus {
  /**
   * Calls when subscribed; emits what is returned. Errors with `not-found` when nobody has the name or the object, with
   * `permission`, with `timeout` after 2 s, and with `protocol` for any other error, of which the name alone is told.
   */
  call(call: Call): Observable<readonly unknown[]>;
  /** Signals to all that fit one of the match rules; the first value is `undefined` and says that it listens. */
  signals(rules: readonly string[]): Observable<Message | undefined>;
}

/** Connects to a bus and stays connected; errors when it has gone. */
export const bus = (choice: BusChoice): Observable<Bus> =>
  defer(() => connection(socketOf(choice, process.env))).pipe(map(busOf));

function busOf(connected: Connection): Bus {
  const { library, messages } = connected;
  const { ERROR, METHOD_RETURN, SIGNAL } = library.MessageType;
  const incoming = (fromEvent(messages, 'message') as Observable<Message>).pipe(share());
  const answered = (question: Message) =>
    incoming.pipe(
      filter(({ type, replySerial }) => replySerial === question.serial && (type === METHOD_RETURN || type === ERROR)),
      take(1),
      tap((answer) => {
        if (answer.type === ERROR) throw answer;
      }),
    );
  const call: Bus['call'] = (wanted) =>
    defer(() => {
      const question = messageOf(wanted, connected);
      return merge(answered(question), sent(question, messages));
    }).pipe(
      map(({ body }) => body),
      timeout({
        first: LONGEST,
        with: () => throwError(() => new LcdError('timeout', `${wanted.to}: does not answer`)),
      }),
      catchError((error: unknown) => throwError(() => callError(error, wanted))),
    );
  const matched = (rules: readonly string[]) =>
    from(rules).pipe(
      concatMap((rule) => call({ ...DAEMON, method: 'AddMatch', signature: 's', values: [`type='signal',${rule}`] })),
      ignoreElements(),
    );
  // One that is sent to this program alone, as the daemon's NameAcquired, has come by no rule.
  const broadcast = incoming.pipe(filter(({ type, destination }) => type === SIGNAL && destination === undefined));
  return { call, signals: (rules) => concat(matched(rules), merge(broadcast, of(undefined))) };
}

const sent = (message: Message, messages: MessageBus): Observable<never> =>
  defer(() => {
    messages.send(message);
    return EMPTY;
  });

/** The daemon itself. */
export const DAEMON = {
  to: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  of: 'org.freedesktop.DBus',
} as const;

function messageOf({ to, path, of, method, signature, values }: Call, { library, messages }: Connection): Message {
  const { Message, MessageFlag } = library;
  const serial = messages.newSerial();
  const where = { destination: to, path, interface: of, member: method, flags: MessageFlag.NO_AUTO_START };
  return new Message({ ...where, serial, signature: signature ?? '', body: [...(values ?? [])] });
}

const ERRORS: Readonly<Record<string, ErrorCode>> = {
  ServiceUnknown: 'not-found',
  NameHasNoOwner: 'not-found',
  UnknownObject: 'not-found',
  NoReply: 'not-found',
  AccessDenied: 'permission',
};

/** Of an error of somebody else the name is told, never the text. */
function callError(error: unknown, { to, method }: Call): LcdError {
  if (error instanceof LcdError) return error;
  const { errorName: type } = error as Partial<Message>;
  if (type === undefined) return new LcdError('disconnected', `${to}: the bus has gone`);
  const [, short = type] = /^org\.freedesktop\.DBus\.Error\.(.*)$/.exec(type) ?? [];
  return new LcdError(ERRORS[short] ?? 'protocol', `${to}: ${method} fails: ${short}`);
}

/** A connection to a bus, and what is made of it, as long as it lasts. */
export const onBus = <T>(choice: BusChoice, work: (bus: Bus) => Observable<T>): Observable<T> =>
  bus(choice).pipe(switchMap(work));
