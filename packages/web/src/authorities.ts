import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
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
