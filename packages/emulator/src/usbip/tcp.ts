import { createServer, type Socket } from 'node:net';
import { LcdError } from '@lcdflow/core';
import { Observable } from 'rxjs';

/** One TCP connection of a server. */
export interface TcpConnection {
  /** Whom it is with. */
  readonly peer: string;
  /** Subscribing takes it over; unsubscribing sends what is left and closes it. Completes when the other end closes. */
  readonly received: Observable<Uint8Array>;
  send(bytes: Uint8Array): void;
}

/** What a listening server emits: its port when it listens, then every connection. */
export type TcpEvent =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'connection'; readonly connection: TcpConnection };

/** Bytes that may wait for somebody who does not read. */
const BACKLOG = 0x10_0000;

/** A TCP server while subscribed. Errors with `busy` or `permission` when the port cannot be had. */
export const tcpServer = (host: string, port: number): Observable<TcpEvent> =>
  new Observable((subscriber) => {
    const server = createServer({ noDelay: true }, (socket) =>
      subscriber.next({ kind: 'connection', connection: connectionOf(socket) }),
    );
    server.on('error', (error: NodeJS.ErrnoException) => subscriber.error(notHad(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      subscriber.next({ kind: 'listening', port: typeof address === 'object' && address ? address.port : port });
    });
    return () => server.close();
  });

function connectionOf(socket: Socket): TcpConnection {
  const received = new Observable<Uint8Array>((subscriber) => {
    socket.on('data', (chunk) => subscriber.next(chunk as Uint8Array));
    socket.on('close', () => subscriber.complete());
    // 'close' follows.
    socket.on('error', () => undefined);
    return () => socket.destroySoon();
  });
  const send = (bytes: Uint8Array): void => {
    if (socket.writableLength > BACKLOG) socket.destroy();
    else if (socket.writable) socket.write(bytes);
  };
  return { peer: `${socket.remoteAddress}:${socket.remotePort}`, received, send };
}

function notHad(error: NodeJS.ErrnoException, host: string, port: number): LcdError {
  const place = `port ${port} of ${host}`;
  if (error.code === 'EADDRINUSE') return new LcdError('busy', `${place} is in use`, { cause: error });
  if (error.code === 'EACCES') return new LcdError('permission', `no permission to use ${place}`, { cause: error });
  return new LcdError('config', `${place} cannot be used: ${error.message}`, { cause: error });
}
