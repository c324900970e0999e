import { connect, type Socket } from 'node:net';
import { type ErrorCode, LcdError } from '@lcdflow/core';
import { Observable } from 'rxjs';

const WORDS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'there is no such socket'],
  ENOTFOUND: ['not-found', 'its name is not known'],
  EAI_AGAIN: ['not-found', 'its name is not known now'],
  ECONNREFUSED: ['not-found', 'it refuses the connection'],
  ECONNRESET: ['disconnected', 'it has closed the connection'],
  EPIPE: ['disconnected', 'it has closed the connection'],
  EACCES: ['permission', 'its socket may not be used'],
};

/** ms of silence after which the kernel asks whether the other side is still there. */
const SILENCE = 30_000;

/** Where a server listens. */
export interface ServerAddress {
  /** A name, an address, or the absolute path of a socket. */
  readonly host: string;
  readonly port: number;
}

const isPath = (host: string): boolean => host.startsWith('/');

/** An address for messages. */
export const addressOf = ({ host, port }: ServerAddress): string => (isPath(host) ? host : `${host}:${port}`);

/** Connects, and emits the connection. It is closed with the subscription; errors with an `LcdError` when it is lost. */
export function connection({ host, port }: ServerAddress): Observable<Socket> {
  return new Observable((subscriber) => {
    const socket = isPath(host) ? connect(host) : connect({ host, port });
    socket.setKeepAlive(true, SILENCE);
    socket.on('error', (error) => subscriber.error(connectionError(error)));
    socket.on('close', () => subscriber.error(connectionError({ code: 'EPIPE' })));
    socket.on('connect', () => subscriber.next(socket));
    return () => socket.destroy();
  });
}

function connectionError(error: unknown): LcdError {
  const code = codeOf(error);
  return new LcdError(...(WORDS[code] ?? ['not-found', `cannot be reached: ${code}`]));
}

/** Of all addresses of a name that were tried the first counts. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return String((error as NodeJS.ErrnoException).code);
}
