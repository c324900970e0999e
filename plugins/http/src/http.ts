import { STATUS_CODES } from 'node:http';
import {
  type Attempt,
  DESCRIBED_AGE,
  DESCRIBED_TEXT,
  defineSource,
  describedInText,
  KEEP_OPTION,
  keepReadings,
  type OptionsOf,
  TEXT_OPTIONS,
  textReadings,
  wholeText,
} from '@lcdflow/core';
import { defer, map, type Observable, switchMap } from 'rxjs';
import { addressOf, urlOf, urlOption } from './address.ts';
import type { Answer } from './answer.ts';
import { clientOf, revealed } from './client.ts';
import { polled } from './polled.ts';
import { WEB_OPTIONS } from './web-options.ts';

const OPTIONS = {
  type: 'object',
  properties: {
    url: urlOption('What to ask for, by http or https.'),
    every: {
      type: 'string',
      format: 'duration',
      default: '30s',
      description: 'Time between two questions, at least 100ms; an answer that takes longer is waited for.',
    },
    parameters: {
      type: 'object',
      additionalProperties: { type: 'string', format: 'secret' },
      description: 'What is added to the address behind `?`, such as a key.',
    },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 262_144,
      description: 'The most bytes of an answer; a larger one is cut off and does not count.',
    },
    ...WEB_OPTIONS,
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['url'],
  additionalProperties: false,
} as const;

/** The options of `http` as it gets them. */
export type HttpOptions = OptionsOf<typeof OPTIONS>;

/** What a web server answers. Files are relative to `folder`. */
export const http = (folder: string) =>
  defineSource({
    name: 'http',
    meaning: 'What a web server answers.',
    options: OPTIONS,
    describe: {
      ...DESCRIBED_TEXT,
      status: { unit: '', meaning: 'Its status code, such as 200; no value when there is no answer.' },
      ...DESCRIBED_AGE,
    },
    describeFor: describedInText,
    read: (options, context) => {
      const { every, keep } = options;
      return polled(questions(options, folder), { every, context }).pipe(keepReadings({ name: 'http', keep, context }));
    },
  });

/** Asks whenever it is subscribed. What the server says has not changed is not sent again. */
function questions(options: HttpOptions, folder: string): Observable<Attempt> {
  const ask = clientOf(options, folder);
  const read = textReadings(options);
  let last: { readonly attempt: Attempt; readonly conditions: Readonly<Record<string, string>> } | undefined;
  const judged = ({ status, headers, body }: Answer, url: URL): Attempt => {
    if (status === 304 && last !== undefined) return last.attempt;
    last = undefined;
    if (status < 200 || status > 299) return refused(status, url);
    const text = decoded(body, headers['content-type']);
    const { readings, problem } = read(text);
    const attempt = {
      readings: { ...wholeText(text), status, ...readings },
      ...(problem !== undefined && { problem: `${addressOf(url)}: ${problem}` }),
    };
    const { etag, 'last-modified': modified } = headers;
    const conditions = { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
    last = { attempt, conditions };
    return attempt;
  };
  return defer(() => {
    const url = urlOf(options.url);
    return revealed(options.parameters).pipe(
      switchMap((parameters) => {
        for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
        return ask(url, last?.conditions);
      }),
      map((answer) => judged(answer, url)),
    );
  });
}

const refused = (status: number, url: URL): Attempt => ({
  readings: { status },
  problem: `${addressOf(url)}: answers ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(),
});

function decoded(body: Uint8Array, type = ''): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
