import { map, type Observable } from 'rxjs';
import type { Answer } from './answer.ts';
import type { Client } from './client.ts';
import { refusalOf } from './refusal.ts';

/**
 * Asks and understands. ETag and Last-Modified of the last good answer are sent back: what the server says has not changed
 * is not sent again, and what was understood then counts. To be made once for one address. What `understand` throws is
 * passed on.
 */
export function conditional<T>(ask: Client, understand: (answer: Answer, url: URL) => T): (url: URL) => Observable<T> {
  let last: { readonly value: T; readonly conditions: Readonly<Record<string, string>> } | undefined;
  const judged = (answer: Answer, url: URL): T => {
    if (answer.status === 304 && last !== undefined) return last.value;
    last = undefined;
    const value = understand(answer, url);
    if (refusalOf(answer) === undefined) last = { value, conditions: conditionsOf(answer) };
    return value;
  };
  return (url) => ask(url, last?.conditions).pipe(map((answer) => judged(answer, url)));
}

function conditionsOf({ headers: { etag, 'last-modified': modified } }: Answer): Readonly<Record<string, string>> {
  return { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
}
