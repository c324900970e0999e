import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  milliseconds,
  oneAtATime,
  revive,
} from '@lcdflow/core';
import { AUTHORITY_OPTION } from '@lcdflow/web';
import type { ImapFlow } from 'imapflow';
import {
  catchError,
  concat,
  defer,
  fromEvent,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  startWith,
  switchMap,
  throttleTime,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import { mailError } from './mail-error.ts';
import { mailboxReadings } from './mailbox.ts';
import { openMailbox } from './session.ts';

/** Mail is looked at most so often (ms), however many messages come or are read at once. */
const PACE = 200;
/** A login that was refused is tried again after so long (ms): servers lock out who tries more often. */
const REFUSED = 300_000;

const OPTIONS = {
  type: 'object',
  properties: {
    host: { type: 'string', minLength: 1, description: 'The IMAP server.' },
    port: {
      type: 'integer',
      minimum: 1,
      maximum: 65_535,
      description: 'Its port. Left out: 993, or 143 where TLS does not begin at once.',
    },
    user: { type: 'string', minLength: 1, description: 'Whose mail it is.' },
    password: { type: 'string', format: 'secret', description: "The user's password." },
    tls: {
      anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['starttls'] }],
      default: true,
      description:
        'Whether it is encrypted: `true` from the beginning, `starttls` after a greeting, `false` not at all, so that everybody on the way can read the password.',
    },
    authority: AUTHORITY_OPTION,
    mailbox: { type: 'string', minLength: 1, default: 'INBOX', description: 'Which mailbox.' },
    timeout: { type: 'string', format: 'duration', default: '10s', description: 'How long an answer may take.' },
    keep: KEEP_OPTION,
  },
  required: ['host', 'user', 'password'],
  additionalProperties: false,
} as const;

/** How much mail there is. Files are relative to `folder`. */
export const imap = (folder: string) =>
  defineSource({
    name: 'imap',
    meaning: 'How much mail is unread, told by the IMAP server as it comes.',
    options: OPTIONS,
    describe: {
      unread: { unit: '', range: [0, 'total'], meaning: 'Messages that nobody has read.' },
      total: { unit: '', meaning: 'Messages in the mailbox.' },
      'newest.subject': { unit: '', meaning: 'Subject of the message that came last; no value when there is none.' },
      'newest.from': { unit: '', meaning: 'Who wrote it: a name, or an address.' },
      ...DESCRIBED_AGE,
    },
    read: (options, context) => {
      const port = options.port ?? (options.tls === true ? 993 : 143);
      const patience = milliseconds(options.timeout)!;
      const late = () => throwError(() => new LcdError('timeout', `no answer within ${options.timeout}`));
      const inTime = <T>(answer: Observable<T>) => answer.pipe(timeout({ first: patience, with: late }));
      const placed = (error: unknown) => {
        const { code, message } = mailError(error);
        return throwError(() => new LcdError(code, `${options.host}:${port}: ${message}`));
      };
      return inTime(openMailbox({ ...options, port, folder })).pipe(
        switchMap((client) => changesOf(client).pipe(oneAtATime(() => inTime(defer(() => mailboxReadings(client)))))),
        map((readings): Attempt => ({ readings })),
        catchError(placed),
        revive<Attempt>(failed),
        keepReadings({ name: 'imap', keep: options.keep, context }),
      );
    },
  });

/** Emits at once and whenever the server tells that messages have come, gone, or changed. */
const changesOf = (client: ImapFlow): Observable<unknown> =>
  merge(...['exists', 'expunge', 'flags'].map((event) => fromEvent(client, event))).pipe(
    startWith(undefined),
    throttleTime(PACE, undefined, { leading: true, trailing: true }),
  );

function failed(error: unknown): Observable<Attempt> {
  if (!(error instanceof LcdError)) throw error;
  const problem = of<Attempt>({ problem: error.message });
  return error.code === 'permission' ? concat(problem, timer(REFUSED).pipe(ignoreElements())) : problem;
}
