import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { SecureContext } from 'node:tls';
import { LcdError } from '@lcdflow/core';
import { Observable, type Subscriber } from 'rxjs';
import { connectionError } from './connection-error.ts';
import { sharedLookup } from './shared-lookup.ts';

/** What to ask for. */
export interface Question {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** What to trust, when not the well-known certificates alone. */
  readonly trust?: SecureContext | undefined;
  /** The most bytes of an answer. */
  readonly most: number;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array;
}

/**
 * Asks once on a connection of its own, which is closed with the subscription. Errors with `protocol` when the answer is
 * larger than it may be, is compressed or ends early, with `permission` when the certificate is not trusted, and with
 * `disconnected` or `not-found` when the server cannot be reached.
 */
export function ask(question: Question): Observable<Answer> {
  return new Observable((subscriber) => {
    let asked: ClientRequest;
    const fail = (error: unknown) => subscriber.error(connectionError(error));
    try {
      asked = send(question);
    } catch (error) {
      fail(error);
      return undefined;
    }
    asked.on('error', fail);
    asked.on('response', (message) => collect(message, question.most, subscriber));
    asked.end();
    return () => asked.destroy();
  });
}

const find = sharedLookup();

function send({ url, headers, trust }: Question): ClientRequest {
  const options = { agent: false, lookup: find, headers: { ...headers, 'accept-encoding': 'identity' } } as const;
  if (url.protocol === 'http:') return plainRequest(url, options);
  return tlsRequest(url, { ...options, ...(trust && { secureContext: trust }) });
}

function collect(message: IncomingMessage, most: number, subscriber: Subscriber<Answer>): void {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  message.on('data', (piece: Uint8Array) => {
    bytes += piece.length;
    if (bytes > most) subscriber.error(new LcdError('protocol', `answers with more than ${most} bytes`));
    else pieces.push(piece);
  });
  message.on('error', (error) => subscriber.error(connectionError(error)));
  message.on('end', () => {
    const { statusCode: status = 0, headers } = message;
    const coding = headers['content-encoding'] ?? 'identity';
    if (coding !== 'identity') {
      subscriber.error(new LcdError('protocol', 'answers compressed, which it was not asked for'));
      return;
    }
    subscriber.next({ status, headers, body: Buffer.concat(pieces) });
    subscriber.complete();
  });
}
