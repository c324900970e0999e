import { LcdError, type Secret } from '@lcdflow/core';
import { authoritiesOf } from '@lcdflow/web';
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { defer, forkJoin, Observable, switchMap } from 'rxjs';

/** A server ends IDLE after 30 minutes (RFC 2177, 3): it is begun anew before (ms). */
const LONGEST_IDLE = 1_500_000;
/** So soon (ms) after the last answer it listens again. */
const IDLE_AFTER = 50;
/** The most bytes of a line, of a text and of an answer: one number of each unread message, at most. */
const MOST = { maxLineLength: 4_194_304, maxLiteralSize: 1_048_576, maxResponseSize: 8_388_608 } as const;

/** Which mailbox of which server. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: Secret;
  readonly tls: boolean | 'starttls';
  readonly authority?: string;
  readonly mailbox: string;
  /** What `authority` is relative to. */
  readonly folder: string;
}

/**
 * Emits a client once its mailbox is open for reading, and listens to it with IDLE. One connection, closed with the
 * subscription; errors when it is lost. The library is loaded now.
 */
export function openMailbox(address: Address): Observable<ImapFlow> {
  const { password, authority, folder } = address;
  const secrets = forkJoin([password.reveal(), authoritiesOf(authority, folder)]);
  return forkJoin([defer(() => import('imapflow')), secrets]).pipe(
    switchMap(([{ ImapFlow }, [word, authorities]]) =>
      opened(() => new ImapFlow(clientOptions(address, word, authorities)), address.mailbox),
    ),
  );
}

function clientOptions(address: Address, pass: string, ca: readonly string[] | undefined): ImapFlowOptions {
  const { host, port, user, tls } = address;
  return {
    ...{ host, port, auth: { user, pass }, secure: tls === true, ...MOST },
    ...(tls !== true && { doSTARTTLS: tls === 'starttls' }),
    ...(ca && { tls: { ca: [...ca] } }),
    ...{ maxIdleTime: LONGEST_IDLE, autoIdleDelay: IDLE_AFTER },
    // What would be logged holds subjects and addresses.
    ...{ logger: false, disableCompression: true, clientInfo: { name: 'lcdflow' } },
  };
}

function opened(make: () => ImapFlow, mailbox: string): Observable<ImapFlow> {
  return new Observable((subscriber) => {
    const client = make();
    const fail = (error: unknown) => subscriber.error(error);
    // Both stay: what goes wrong while it closes must find somebody, too.
    client.on('error', fail);
    client.on('close', () => fail(new LcdError('disconnected', 'it has closed the connection')));
    const open = async () => {
      await client.connect();
      await client.mailboxOpen(mailbox, { readOnly: true }).catch((error: unknown) => {
        throw isRefusal(error) ? new LcdError('config', `has no mailbox ${mailbox} that can be opened`) : error;
      });
      subscriber.next(client);
    };
    open().catch(fail);
    return () => client.close();
  });
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
