import { type ChildProcessByStdio, spawn } from 'node:child_process';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { LcdError, lines, plainText } from '@lcdflow/core';
import { fromEvent, ignoreElements, map, merge, type Observable, tap, type Unsubscribable, using } from 'rxjs';

type Child = ChildProcessByStdio<null, Readable, Readable>;

interface Running extends Unsubscribable {
  readonly child: Child;
}

/** Bytes of the longest line, and letters of a complaint that are told. */
const LONGEST = 512;

/**
 * What a program that goes on prints, line by line. It runs while subscribed; it does not outlive this process. Errors
 * with an `LcdError` that tells what it complained about when it cannot be started or ends.
 */
export function linesOf(program: string, words: readonly string[]): Observable<string> {
  return using(
    () => start(program, words),
    (running) => {
      const { child } = running as Running;
      let complaint = '';
      const complaints = bytesOf(child.stderr).pipe(
        tap((bytes) => {
          complaint = `${complaint}${bytes}`.slice(0, LONGEST);
        }),
        ignoreElements(),
      );
      const output = bytesOf(child.stdout).pipe(lines({ max: LONGEST }));
      return merge(
        failureOf(child, program),
        complaints,
        output,
        endOf(child, program, () => complaint),
      );
    },
  );
}

/** In a group of its own, so that a key on the terminal does not reach it and its end takes all it has started. */
function start(program: string, words: readonly string[]): Running {
  const child = spawn(program, words, {
    env: { ...process.env, LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) kill(child.pid);
  };
  // It may complain when nobody listens any more.
  child.on('error', () => undefined);
  process.on('exit', end);
  const unsubscribe = (): void => {
    process.off('exit', end);
    end();
    child.stdout.destroy();
    child.stderr.destroy();
  };
  return { child, unsubscribe };
}

function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

const bytesOf = (pipe: Readable): Observable<Buffer> => fromEvent(pipe, 'data') as Observable<Buffer>;

const failureOf = (child: Child, program: string): Observable<never> =>
  fromEvent(child, 'error').pipe(
    map((error) => {
      const { code } = error as NodeJS.ErrnoException;
      const lacking = code === 'ENOENT';
      const words = lacking ? 'is not installed; there is method: tcp, too' : `cannot be started: ${code}`;
      throw new LcdError(lacking ? 'not-found' : 'permission', `the program ${program} ${words}`);
    }),
  );

const endOf = (child: Child, program: string, complaint: () => string): Observable<never> =>
  fromEvent(child, 'close', (code: number | null, signal: string | null) => signal ?? code).pipe(
    map((end) => {
      const [said = ''] = plainText(complaint()).trim().split('\n');
      throw new LcdError('not-found', said === '' ? `the program ${program} has ended by ${end}` : said);
    }),
  );
