import { type ChildProcessByStdio, spawn } from 'node:child_process';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { LcdError, messageOf, plainText } from '@lcdflow/core';
import {
  concat,
  connectable,
  defer,
  delay,
  EMPTY,
  filter,
  fromEvent,
  ignoreElements,
  map,
  merge,
  type Observable,
  ReplaySubject,
  take,
  takeWhile,
  tap,
  throttleTime,
  type Unsubscribable,
  using,
} from 'rxjs';
import { ending, enter } from './process-group.ts';

/** What is to be run. */
export interface Command {
  /** The program and its arguments; with a shell one text for it. */
  readonly words: readonly string[];
  readonly shell: boolean;
  /** Absolute. */
  readonly folder: string;
  /** Beside that of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a command does. The last event tells that it has ended and that all it printed has been told. */
export type CommandEvent = { readonly kind: 'output'; readonly bytes: Uint8Array } | CommandEnd;

/** How a command ended: by its exit code or a signal, and the beginning of what it wrote as errors. */
export interface CommandEnd {
  readonly kind: 'ended';
  readonly code: number | null;
  readonly signal: string | null;
  readonly complaint: string;
}

/** `ended by 1: no such host`. */
export function endWords({ code, signal, complaint }: CommandEnd): string {
  const [said] = plainText(complaint).trim().split('\n');
  return `ended by ${signal ?? code}${said ? `: ${said}` : ''}`;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

interface Running extends Unsubscribable {
  readonly child: Child;
}

/** Output is taken at most so often (ms): a command that prints without end waits meanwhile. */
const PACE = 10;
/** ms after its end in which it may still be read what a command has printed. */
const LINGER = 100;
/** Letters of what it complains about that are kept. */
const COMPLAINT = 1_000;
/** Bytes of a letter in UTF-8. */
const MOST_OF_LETTER = 4;

/**
 * Runs commands, one after the other. Subscribing starts one as soon as the one before has gone; unsubscribing ends it
 * with everything it has started. Errors with an `LcdError` when it cannot be started.
 */
export function commandRunner(): (command: Command) => Observable<CommandEvent> {
  let gone: Observable<never> = EMPTY;
  const end = (child: Child): void => {
    child.stdout.destroy();
    child.stderr.destroy();
    const running = connectable(ending(child), { connector: () => new ReplaySubject(), resetOnDisconnect: false });
    gone = running;
    running.connect();
  };
  return (command) =>
    concat(
      defer(() => gone),
      using(
        (): Running => {
          const child = start(command);
          return { child, unsubscribe: () => end(child) };
        },
        (running) => events((running as Running).child, nameOf(command)),
      ),
    );
}

function start({ words, shell, folder, environment }: Command): Child {
  const [file, args] = shell ? [words.join(' '), []] : [words[0]!, words.slice(1)];
  try {
    const child = spawn(file, args, {
      cwd: folder,
      env: { ...process.env, ...environment },
      shell,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    // It may complain when nobody listens any more.
    for (const emitter of [child, child.stdout, child.stderr]) emitter.on('error', () => undefined);
    enter(child);
    return child;
  } catch (error) {
    throw notStarted(nameOf({ words, shell }), error);
  }
}

/** What a command is called in messages. A text for a shell may hold what should not be seen. */
const nameOf = ({ words, shell }: Pick<Command, 'words' | 'shell'>): string => (shell ? 'the shell' : words[0]!);

/** Everything a process tells, until it has ended. */
function events(child: Child, name: string): Observable<CommandEvent> {
  let complaint = '';
  const decoder = new TextDecoder();
  const complaints = bytesOf(child.stderr).pipe(
    filter(() => complaint.length < COMPLAINT),
    tap((bytes) => {
      const words = decoder.decode(bytes.subarray(0, MOST_OF_LETTER * COMPLAINT), { stream: true });
      complaint = (complaint + words).slice(0, COMPLAINT);
    }),
    ignoreElements(),
  );
  const output = bytesOf(child.stdout).pipe(map((bytes): CommandEvent => ({ kind: 'output', bytes })));
  const ended = endOf(child).pipe(map((end): CommandEvent => ({ kind: 'ended', ...end, complaint })));
  return merge(failureOf(child, name), complaints, output, ended).pipe(takeWhile(({ kind }) => kind !== 'ended', true));
}

interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

/** When it has exited and all is read. What it has left behind may hold its output open: that is not waited for. */
function endOf(child: Child): Observable<End> {
  const on = (event: string) =>
    fromEvent(child, event, (code: number | null, signal: string | null) => ({ code, signal }));
  return merge(on('close'), on('exit').pipe(delay(LINGER))).pipe(take(1));
}

const failureOf = (child: Child, name: string): Observable<never> =>
  fromEvent(child, 'error').pipe(
    map((error) => {
      throw notStarted(name, error);
    }),
  );

/** What comes out of a pipe, at a pace: what is not read yet waits in the kernel. */
const bytesOf = (pipe: Readable): Observable<Buffer> =>
  fromEvent(pipe, 'readable').pipe(
    throttleTime(PACE, undefined, { leading: true, trailing: true }),
    map(() => pipe.read() as Buffer | null),
    filter((bytes) => bytes !== null),
  );

function notStarted(name: string, error: unknown): LcdError {
  const { code = messageOf(error) } = error as NodeJS.ErrnoException;
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  return new LcdError(isForbidden ? 'permission' : 'not-found', `${name}: cannot be started: ${code}`, {
    cause: error,
  });
}
