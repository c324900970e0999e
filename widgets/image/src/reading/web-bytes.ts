import { LcdError } from '@lcdflow/core';
import {
  catchError,
  defer,
  EMPTY,
  expand,
  filter,
  map,
  Observable,
  type OperatorFunction,
  of,
  switchMap,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import { MOST_BYTES, type Reading } from './reading.ts';

/** How a server is asked. */
export interface Asking {
  /** The address, of http or https. */
  readonly url: string;
  /** In ms after each answer; asked once when left out. */
  readonly refresh: number | undefined;
}

/** What was answered before, and the mark that the server gave it. */
interface Answer {
  readonly bytes: Uint8Array;
  readonly etag: string | null;
}

const LONGEST = 15_000;
const MOST_REDIRECTS = 5;
const MOST_WAIT = 300_000;
const MOST_KEPT = 8;

/** Answers by their address, so that a page that comes back shows its picture at once. */
export type Kept = Map<string, Answer>;

interface Round {
  /** Nothing when the picture is as it was. */
  readonly reading?: Reading;
  readonly failures: number;
}

/** What a server answers, again after `refresh`; when it fails after 1, 2, 4 … 300 s. Never errors. */
export function webBytes({ url, refresh }: Asking, kept: Kept): Observable<Reading> {
  return defer(() => {
    const before = kept.get(url)?.bytes;
    const first: Round = before === undefined ? { failures: 0 } : { reading: before, failures: 0 };
    const wait = ({ failures }: Round): Observable<unknown> => {
      if (failures > 0) return timer(Math.min(MOST_WAIT, 1000 * 2 ** (failures - 1)));
      return refresh === undefined ? EMPTY : timer(refresh);
    };
    return of(first).pipe(
      expand((round) =>
        (round === first ? of(0) : wait(round)).pipe(switchMap(() => asked(url, kept, round.failures))),
      ),
      readings(),
    );
  });
}

const readings = (): OperatorFunction<Round, Reading> => (rounds) =>
  rounds.pipe(
    map(({ reading }) => reading),
    filter((reading) => reading !== undefined),
  );

function asked(url: string, kept: Kept, failures: number): Observable<Round> {
  const late = () => throwError(() => new LcdError('timeout', `no answer within ${LONGEST / 1000} s`));
  return answered(url, kept.get(url)?.etag ?? undefined).pipe(
    timeout({ first: LONGEST, with: late }),
    map((answer): Round => {
      if (answer === undefined) return { failures: 0 };
      keep(kept, url, answer);
      return { reading: answer.bytes, failures: 0 };
    }),
    catchError((error: unknown) => of<Round>({ reading: placed(url, error), failures: failures + 1 })),
  );
}

function keep(kept: Kept, url: string, answer: Answer): void {
  kept.delete(url);
  kept.set(url, answer);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
}

/** The address without user, password and what follows the `?`; of an error of Node only its code: it may quote both. */
function placed(url: string, error: unknown): LcdError {
  const { origin, pathname } = new URL(url);
  if (error instanceof LcdError) return new LcdError(error.code, `${origin}${pathname}: ${error.message}`);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  return new LcdError('not-found', `${origin}${pathname}: cannot be asked: ${code}`);
}

/** `undefined` when it is what it was by its etag. The request ends with the subscription. */
function answered(url: string, etag: string | undefined): Observable<Answer | undefined> {
  return new Observable((subscriber) => {
    const stop = new AbortController();
    ask(new URL(url), etag, stop.signal).then(
      (answer) => {
        subscriber.next(answer);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
    return () => stop.abort();
  });
}

async function ask(url: URL, etag: string | undefined, signal: AbortSignal): Promise<Answer | undefined> {
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    // A user's password is for the server that the config names.
    const headers = { ...(at.origin === url.origin && authorization(url)), ...(etag && { 'if-none-match': etag }) };
    const response = await fetch(plain(at).href, { signal, headers, redirect: 'manual' });
    if (response.status === 304) return undefined;
    if (response.status === 200) return { bytes: await bodyOf(response), etag: response.headers.get('etag') };
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null)
      throw new LcdError('not-found', `answers with status ${response.status}`);
    at = next(location, at);
  }
  throw new LcdError('protocol', `expected at most ${MOST_REDIRECTS} redirects`);
}

function next(location: string, from: URL): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (to === undefined || !/^https?:$/.test(to.protocol))
    throw new LcdError('protocol', 'redirects to something else than http and https');
  return to;
}

function plain(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

function authorization({ username, password }: URL): { authorization?: string } {
  if (username === '') return {};
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(words).toString('base64')}` };
}

async function bodyOf({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new LcdError('protocol', `answers with more than ${MOST_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
