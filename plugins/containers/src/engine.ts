import { type IncomingMessage, request } from 'node:http';
import { LcdError, lines } from '@lcdflow/core';
import { concat, map, type Observable, of, Observable as Rx, reduce, switchMap, take, throwError, timeout } from 'rxjs';
import { engineError } from './engine-error.ts';

/** The most bytes of an answer: some thousand containers. */
const MOST = 8_388_608;
const MOST_OF_EVENT = 65_536;

/** Docker or Podman at a socket (Docker Engine API). Errors with an `LcdError` that begins with the socket. */
export interface Engine {
  /** Asks once by GET: what it answers, from JSON. Errors with `protocol` for a status other than 2xx. */
  ask(path: string): Observable<unknown>;
  /** Emits an empty text when it listens, then each event as a line of JSON. Errors when the engine has gone. */
  events(path: string): Observable<string>;
}

/** Each question has a connection of its own and `within` ms. */
export function engineAt(socket: string, within: number): Engine {
  const late = () => throwError(() => new LcdError('timeout', `${socket}: no answer within ${within} ms`));
  const respond = (path: string) =>
    responses(socket, path).pipe(switchMap((response) => accepted(response, socket, path)));
  return {
    ask: (path) =>
      respond(path).pipe(
        switchMap((response) => bytesOf(response, socket).pipe(collected(socket))),
        map((body) => parsed(body, socket, path)),
        take(1),
        timeout({ first: within, with: late }),
      ),
    events: (path) =>
      respond(path).pipe(
        timeout({ first: within, with: late }),
        switchMap((response) =>
          concat(of(''), bytesOf(response, socket).pipe(lines({ max: MOST_OF_EVENT })), ended(socket)),
        ),
      ),
  };
}

const ended = (socket: string) =>
  throwError(() => new LcdError('disconnected', `${socket}: has closed the connection early`));

/** Opens a connection that closes with the subscription; emits when the answer begins. */
const responses = (socketPath: string, path: string): Observable<IncomingMessage> =>
  new Rx((subscriber) => {
    const asked = request({ socketPath, path, agent: false, headers: { host: 'localhost' } });
    asked.on('error', (error) => subscriber.error(engineError(error, socketPath)));
    asked.on('response', (response) => subscriber.next(response));
    asked.end();
    return () => asked.destroy();
  });

function accepted(response: IncomingMessage, socket: string, path: string): Observable<IncomingMessage> {
  const { statusCode: status = 0 } = response;
  if (status >= 200 && status <= 299) return of(response);
  return throwError(() => new LcdError('protocol', `${socket}: answers ${status} to ${withoutQuery(path)}`));
}

const bytesOf = (response: IncomingMessage, socket: string): Observable<Uint8Array> =>
  new Rx((subscriber) => {
    response.on('data', (piece: Uint8Array) => subscriber.next(piece));
    response.on('error', (error) => subscriber.error(engineError(error, socket)));
    response.on('end', () => subscriber.complete());
    return () => response.destroy();
  });

const collected =
  (socket: string) =>
  (pieces: Observable<Uint8Array>): Observable<string> => {
    const add = (all: { bytes: number; pieces: Uint8Array[] }, piece: Uint8Array) => {
      const bytes = all.bytes + piece.length;
      if (bytes > MOST) throw new LcdError('protocol', `${socket}: answers with more than ${MOST} bytes`);
      all.pieces.push(piece);
      return { bytes, pieces: all.pieces };
    };
    return pieces.pipe(
      reduce(add, { bytes: 0, pieces: [] }),
      map((all) => Buffer.concat(all.pieces).toString()),
    );
  };

function parsed(body: string, socket: string, path: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new LcdError('protocol', `${socket}: answers what is no JSON to ${withoutQuery(path)}`);
  }
}

const withoutQuery = (path: string): string => path.replace(/\?.*/, '');
