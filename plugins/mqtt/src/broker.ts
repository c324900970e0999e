import { LcdError, milliseconds } from '@lcdflow/core';
import { authoritiesOf } from '@lcdflow/web';
import type { IClientOptions, MqttClient } from 'mqtt';
import { catchError, defer, forkJoin, from, map, Observable, of, switchMap, throwError, timeout } from 'rxjs';
import { addressOf, plainOf, urlOf } from './address.ts';
import { brokerError } from './broker-error.ts';
import { type MqttOptions, OPTIONS } from './options.ts';
import { shortenPackets } from './shorten-packets.ts';
import type { Message } from './values.ts';

/** What a broker lets know: that all topics are subscribed, and each message. */
export type BrokerEvent = { readonly kind: 'subscribed' } | ({ readonly kind: 'message' } & Message);

/**
 * Connects to a broker and subscribes to topics; unsubscribing disconnects. One session, which forgets all when it ends.
 * Errors with an `LcdError` whose message begins with the address, without anything secret; connects once only. Files
 * are relative to `folder`.
 */
export function brokerEvents(options: MqttOptions, topics: readonly string[], folder: string): Observable<BrokerEvent> {
  const late = () => throwError(() => new LcdError('timeout', `no answer within ${options.timeout}`));
  return defer(() => {
    const url = urlOf(options.url);
    return forkJoin([from(import('mqtt')), clientOptions(options, url, folder)]).pipe(
      switchMap(([{ connect }, chosen]) => session(() => connect(chosen), topics, options)),
      timeout({ first: milliseconds(options.timeout)!, with: late }),
      catchError((error: unknown) => {
        const { code, message } = brokerError(error);
        return throwError(() => new LcdError(code, `${addressOf(url)}: ${message}`));
      }),
    );
  });
}

function session(
  connect: () => MqttClient,
  topics: readonly string[],
  { qos, retained, most }: MqttOptions,
): Observable<BrokerEvent> {
  return new Observable((subscriber) => {
    const fail = (error: unknown) => subscriber.error(brokerError(error));
    const client = connect();
    shortenIncoming(client, most);
    client.on('error', fail);
    client.on('close', () => fail(new LcdError('disconnected', 'it has closed the connection')));
    client.on('connect', () => {
      client.subscribe([...topics], { qos: qos as 0 | 1 | 2 }, (error) => {
        if (error) fail(new LcdError('permission', 'it does not let this user subscribe to all topics'));
        else subscriber.next({ kind: 'subscribed' });
      });
    });
    client.on('message', (topic, payload, { retain }) => {
      if (retained || !retain) subscriber.next({ kind: 'message', topic, payload });
    });
    return () => client.end(true);
  });
}

/**
 * Keeps no more of a message than what tells that it is too large: the library waits for all of it. It is acknowledged as
 * any other, and the connection lives on. What a connection receives by TCP, TLS or a web socket comes through `push`.
 */
function shortenIncoming({ stream }: MqttClient, most: number): void {
  const shorten = shortenPackets(most + 1 + HEAD);
  const push = stream.push.bind(stream);
  stream.push = (piece: Uint8Array | null) => {
    if (piece === null) return push(null);
    const kept = shorten(piece);
    return kept.length === 0 || push(kept);
  };
}

function clientOptions(options: MqttOptions, url: URL, folder: string): Observable<IClientOptions> {
  const { user, client, version, alive, most, authority } = options;
  const username = user ?? plainOf(url.username);
  const password = options.password?.reveal() ?? of(plainOf(url.password));
  return forkJoin([password, authoritiesOf(authority, folder)]).pipe(
    map(([word, authorities]) => ({
      protocol: url.protocol.slice(0, -1) as 'mqtt',
      hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      ...(url.port !== '' && { port: Number(url.port) }),
      path: `${url.pathname}${url.search}`,
      ...(username !== '' && { username, password: word }),
      ...(authorities && { ca: [...authorities] }),
      ...(client !== undefined && { clientId: client }),
      ...(version === '5' && { protocolVersion: 5 as const, properties: { maximumPacketSize: most + HEAD } }),
      keepalive: Math.max(1, Math.round(milliseconds(alive)! / 1000)),
      // A web socket waits for all of a message, whatever is in it.
      wsOptions: { maxPayload: MOST_AT_ONCE },
      // Who connects again, and when, is decided elsewhere; so is how long it may take.
      ...{ reconnectPeriod: 0, connectTimeout: LONGEST, resubscribe: false, clean: true },
    })),
  );
}

/** Bytes of a message beside its payload: the longest topic, and some more. */
const HEAD = 65_535 + 1_024;
/** Bytes of a message of a web socket: the largest that can be wanted. */
const MOST_AT_ONCE = OPTIONS.properties.most.maximum + 1 + HEAD;
const LONGEST = 2 ** 31 - 1;
