import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { lstatSync, readlinkSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { LcdError } from '@lcdflow/core';
import { Observable, type Subscriber } from 'rxjs';

/** The end of a pseudo terminal that a device has. */
export interface FarEnd {
  /** The next bytes that a program has sent; completes with them. Who does not ask makes the program wait in the end. */
  readonly piece: Observable<Uint8Array>;
  /** To whatever program has the port open. */
  send(bytes: Uint8Array): void;
}

type Socat = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Makes a pseudo terminal while subscribed: programs open `link` as a serial port, one after the other, and the far end
 * that is emitted is yours. The link is gone afterwards. Needs the program socat, since Node has no pseudo terminals.
 * Errors with `config` (no socat, or `link` cannot be made) or `disconnected` (socat has ended).
 */
export const pseudoTerminal = (link: string, program = 'socat'): Observable<FarEnd> =>
  new Observable((subscriber) => {
    const problem = problemWith(link);
    if (problem !== undefined) return subscriber.error(problem);
    const words = ['-d', '-d', `PTY,link=${link},raw,echo=0`, 'STDIO'];
    // Ctrl-C is for this process, which ends the other one when it is done.
    const socat = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    supervise(socat, program, subscriber);
    return () => socat.kill();
  });

/** What is at the place of the link: socat would delete it. */
function problemWith(link: string): LcdError | undefined {
  const stats = lstatSync(link, { throwIfNoEntry: false });
  const isOurs = !stats || (stats.isSymbolicLink() && readlinkSync(link).startsWith('/dev/pts/'));
  if (!/[,!]/.test(link) && isOurs) return undefined;
  return new LcdError('config', `${link}: a path is expected where nothing is yet, without "," and "!"`);
}

function supervise(socat: Socat, program: string, subscriber: Subscriber<FarEnd>): void {
  let said = '';
  let isReady = false;
  socat.stderr.setEncoding('utf8').on('data', (words: string) => {
    said = `${said}${words}`.slice(-2_000);
    if (isReady || !said.includes(READY)) return;
    isReady = true;
    subscriber.next(farEnd(socat));
  });
  // What is sent to a program that is ending is lost, like everything that nobody reads.
  socat.stdin.on('error', () => undefined);
  socat.on('error', (cause: NodeJS.ErrnoException) => subscriber.error(notStarted(program, cause)));
  // Not 'exit': what it said last may come after that.
  socat.on('close', () => {
    const code = isReady ? 'disconnected' : 'config';
    subscriber.error(new LcdError(code, `${program} has ended: ${lastOf(said)}`));
  });
}

/** With what socat says that the link is there. */
const READY = 'starting data transfer loop';

const lastOf = (said: string): string => said.match(/ E (.*)/)?.[1] ?? said.trim().split('\n').at(-1) ?? '';

function notStarted(program: string, cause: NodeJS.ErrnoException): LcdError {
  const cure = cause.code === 'ENOENT' ? 'it is needed for pseudo terminals: sudo apt install socat' : cause.message;
  return new LcdError('config', `${program} cannot be started: ${cure}`, { cause });
}

const farEnd = ({ stdin, stdout }: Socat): FarEnd => ({
  piece: new Observable((subscriber) => {
    const read = (): void => {
      const bytes: Buffer | null = stdout.read();
      if (bytes === null) return;
      subscriber.next(Uint8Array.from(bytes));
      subscriber.complete();
    };
    stdout.on('readable', read);
    read();
    return () => stdout.off('readable', read);
  }),
  send: (bytes) => void stdin.write(bytes),
});
