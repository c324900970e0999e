import { of } from 'rxjs';
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import type { Client } from './client.ts';
import { conditional } from './conditional.ts';
import { decoded } from './decoded.ts';
import { refusalOf } from './refusal.ts';

const URL_ = new URL('http://there.example/');
const answer = (status: number, body = '', headers: Answer['headers'] = {}): Answer => ({
  ...{ status, headers, body: Buffer.from(body, 'latin1') },
});

/** Asks a server that answers so, one after the other, and tells with which conditions it was asked. */
function asking(...answers: readonly Answer[]) {
  const conditions: unknown[] = [];
  const rest = [...answers];
  const client: Client = (_, headers) => {
    conditions.push(headers);
    return of(rest.shift()!);
  };
  const values: string[] = [];
  const ask = conditional(client, (given) => refusalOf(given) ?? decoded(given));
  for (const _ of answers) ask(URL_).subscribe((value) => values.push(value));
  return { conditions, values };
}

test('what has not changed is what it was', () => {
  const { conditions, values } = asking(
    answer(200, 'a', { etag: '"1"', 'last-modified': 'Sat' }),
    answer(304),
    answer(200, 'b'),
    answer(304),
  );
  expect(values).toEqual(['a', 'a', 'b', 'b']);
  expect(conditions).toEqual([
    undefined,
    { 'if-none-match': '"1"', 'if-modified-since': 'Sat' },
    { 'if-none-match': '"1"', 'if-modified-since': 'Sat' },
    {},
  ]);
});

test('a refusal is remembered by nobody', () => {
  const { conditions, values } = asking(
    answer(200, 'a', { etag: '"1"' }),
    answer(500, '', { etag: '"2"' }),
    answer(304),
  );
  expect(values).toEqual(['a', 'answers 500 Internal Server Error', 'answers 304 Not Modified']);
  expect(conditions.at(-1)).toBeUndefined();
});

test.each([
  ['text/plain', '\xc2\xb0', '°'],
  ['text/plain; charset=iso-8859-1', '\xb0', '°'],
  ['text/plain; charset=klingon', '\xb0', '\uFFFD'],
])('%s', (type, body, text) => {
  expect(decoded(answer(200, body, { 'content-type': type }))).toBe(text);
});
