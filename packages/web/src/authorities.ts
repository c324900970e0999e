import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { LcdError } from '@lcdflow/core';
import { catchError, defer, map, type Observable, of, throwError } from 'rxjs';

/** The option that names a file of certificates. */
export const AUTHORITY_OPTION = {
  type: 'string',
  minLength: 1,
  description: "A PEM file of certificates to trust beside the well-known ones; relative to the config's folder.",
} as const;

/** The certificates to trust; `undefined` for the well-known ones alone. Errors with `config`. */
export function authoritiesOf(
  authority: string | undefined,
  folder: string,
): Observable<readonly string[] | undefined> {
  if (authority === undefined) return of(undefined);
  return defer(() => readFile(resolve(folder, authority), 'utf8')).pipe(
    map((own) => [...rootCertificates, own]),
    catchError((error: NodeJS.ErrnoException) =>
      throwError(() => new LcdError('config', `${authority}: cannot be read: ${error.code}`)),
    ),
  );
}

/**
 * What to trust, for connections; `undefined` for the well-known certificates alone. To be made once: it takes some 20 ms
 * of work, which is done again only when the file has become another. Errors with `config`.
 */
export function trustOf(authority: string | undefined, folder: string): Observable<SecureContext | undefined> {
  let last: { readonly own: string; readonly context: SecureContext } | undefined;
  return authoritiesOf(authority, folder).pipe(
    map((all = []) => {
      const own = all.at(-1);
      if (own === undefined) return undefined;
      if (last?.own !== own) last = { own, context: createSecureContext({ ca: [...all] }) };
      return last.context;
    }),
  );
}
