import type { Socket } from 'node:net';
import { LcdError, lines, milliseconds, type Secret } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  fromEvent,
  ignoreElements,
  map,
  NEVER,
  type Observable,
  of,
  scan,
  startWith,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { isPlaying } from './player.ts';
import { type Reply, replies } from './reply.ts';
import { addressOf, connection, type ServerAddress } from './server.ts';

/** Bytes of the longest line; longer ones are left out. */
const LONGEST = 65_536;

/** Whom to ask. */
export interface Asking extends ServerAddress {
  readonly password?: Secret;
  /** How long an answer may take: a duration. */
  readonly timeout: string;
}

/** Where a conversation is: what was said last. */
type Step = 'nothing' | 'password' | 'question' | 'wait';

interface Turn {
  readonly step: Step;
  /** What the question was answered with. */
  readonly reply?: Reply;
  /** Whether it has been asked again since the last change. */
  readonly isSettled?: boolean;
}

const QUESTION = 'command_list_begin\nstatus\ncurrentsong\ncommand_list_end\n';
/** Ends the waiting. */
const ENOUGH = 'noidle\n';
/** ms until the bit rate of a song that has just begun is known; no change tells of it. */
const SETTLING = 1_000;
/** The server answers when something has changed, also what has since the last question. */
const WAIT = 'idle player mixer playlist options\n';

/**
 * What a player does, at once and whenever that changes: it is asked, then waited until it tells that something is
 * new. Errors with an `LcdError` whose message begins with the address, without the password.
 */
export function playerReplies(asking: Asking): Observable<Reply> {
  return defer(() => asking.password?.reveal() ?? of(undefined)).pipe(
    switchMap((password) => connection(asking).pipe(switchMap((socket) => conversation(socket, password)))),
    answeredWithin(asking.timeout),
    catchError((error: unknown) => {
      if (!(error instanceof LcdError)) throw error;
      return throwError(() => new LcdError(error.code, `${addressOf(asking)}: ${error.message}`));
    }),
  );
}

function conversation(socket: Socket, password: string | undefined): Observable<Turn> {
  const said: Readonly<Record<Step, string>> = {
    nothing: '',
    password: password === undefined ? '' : `password ${quoted(password)}\n`,
    question: QUESTION,
    wait: WAIT,
  };
  return (fromEvent(socket, 'data') as Observable<Buffer>).pipe(
    lines({ max: LONGEST }),
    replies(),
    scan((turn: Turn, reply): Turn => next(turn, reply, password !== undefined), { step: 'nothing' }),
    tap(({ step }) => socket.write(said[step])),
    switchMap((turn) => concat(of(turn), isUnsettled(turn) ? again(socket) : EMPTY)),
  );
}

/** What comes after a reply. When waiting ends without a change, it was this side that has ended it. */
function next({ step, isSettled = false }: Turn, reply: Reply, hasPassword: boolean): Turn {
  if (step === 'nothing' && hasPassword) return { step: 'password' };
  if (step === 'question') return { step: 'wait', reply, isSettled };
  return { step: 'question', isSettled: step === 'wait' && reply.changed === undefined };
}

const isUnsettled = ({ reply, isSettled }: Turn): boolean =>
  reply !== undefined && !isSettled && isPlaying(reply) && !Number(reply.bitrate);

const again = (socket: Socket): Observable<never> =>
  timer(SETTLING).pipe(
    tap(() => socket.write(ENOUGH)),
    ignoreElements(),
  );

/** Gives the replies, and errors when one that is not waited for with patience takes too long. */
const answeredWithin =
  (longest: string) =>
  (turns: Observable<Turn>): Observable<Reply> => {
    const late = timer(milliseconds(longest)!).pipe(
      map(() => {
        throw new LcdError('timeout', `no answer within ${longest}`);
      }),
    );
    return turns.pipe(
      startWith<Turn>({ step: 'nothing' }),
      switchMap(({ step, reply }) => concat(reply === undefined ? EMPTY : of(reply), step === 'wait' ? NEVER : late)),
    );
  };

/** A word of a command. A line end would begin another command. */
function quoted(word: string): string {
  if (/[\r\n]/.test(word)) throw new LcdError('config', 'expected a password of one line');
  return `"${word.replace(/[\\"]/g, '\\$&')}"`;
}
