import { LcdError, milliseconds, type Secret } from '@lcdflow/core';
import { catchError, defer, forkJoin, map, type Observable, of, switchMap, throwError, timeout } from 'rxjs';
import { addressOf } from './address.ts';
import type { Answer } from './answer.ts';
import { trustOf } from './authorities.ts';
import { connectionError } from './connection-error.ts';
import { follow } from './follow.ts';
import type { WebOptions } from './web-options.ts';

/** Asks for an address. Errors with an `LcdError` whose message begins with the address, without anything secret. */
export type Client = (url: URL, headers?: Readonly<Record<string, string>>) => Observable<Answer>;

/** Asks servers as the options tell. Its files are relative to `folder`. */
export function clientOf(options: WebOptions, folder: string): Client {
  const { most, timeout: longest } = options;
  const late = () => throwError(() => new LcdError('timeout', `no answer within ${longest}`));
  const trusted = trustOf(options.authority, folder);
  return (url, more = {}) =>
    defer(() => forkJoin([ownHeaders(options), trusted])).pipe(
      switchMap(([own, trust]) => follow({ url, headers: { ...more, ...own }, trust, most })),
      timeout({ first: milliseconds(longest)!, with: late }),
      catchError((error: unknown) => throwError(() => placed(error, url))),
    );
}

function placed(error: unknown, url: URL): LcdError {
  const { code, message } = connectionError(error);
  return new LcdError(code, `${addressOf(url)}: ${message}`);
}

/** Texts by names out of secrets by names. */
export function revealed(secrets: Readonly<Record<string, Secret>> = {}): Observable<Readonly<Record<string, string>>> {
  if (Object.keys(secrets).length === 0) return of({});
  return forkJoin(Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, secret.reveal()])));
}

function ownHeaders({ headers, user, password }: WebOptions): Observable<Readonly<Record<string, string>>> {
  const given = revealed(headers);
  if (user === undefined) return given;
  return forkJoin([given, password?.reveal() ?? of('')]).pipe(
    map(([others, word]) => ({
      ...others,
      authorization: `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}`,
    })),
  );
}
