import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { FOLDER, ROOT } from './guest.ts';
import { seconds, until } from './steps.ts';

/** An `lcd` that runs, as it is built. */
export interface Lcd {
  /** What it has said on both streams. */
  said(): string;
  /** Waits until it has said something. */
  says(words: string | RegExp, patience?: number): Promise<unknown>;
  /** Sends a signal, SIGINT when left out, and waits for the end. Returns the seconds that took. */
  stop(signal?: NodeJS.Signals, patience?: number): Promise<number>;
  readonly status: () => number | null;
  readonly process: ChildProcess;
}

/** The command as it is built. */
/** What bin/lcd.js has node run it with, in its first line. */
export const FLAGS = ['--max-semi-space-size=1', '--single-threaded-gc'];
export const LCD = join(ROOT, 'packages/cli/bin/lcd.js');

const matches = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);

const running = new Set<ChildProcess>();

/** Starts `lcd` with arguments, in the folder of this file. */
export function lcd(args: readonly string[], options: SpawnOptions = {}): Lcd {
  const child = spawn(process.execPath, [LCD, ...args], {
    ...{ cwd: FOLDER, stdio: ['ignore', 'pipe', 'pipe'] },
    ...options,
  });
  let text = '';
  running.add(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  child.on('close', () => running.delete(child));
  return {
    process: child,
    status: () => child.exitCode,
    said: () => text,
    says: (words, patience = 60) =>
      until(`lcd ${args.join(' ')} says ${words}; it said:\n${text}`, () => matches(text, words), patience).catch(
        () => {
          throw new Error(`lcd ${args.join(' ')} has not said ${words}, but:\n${text}`);
        },
      ),
    stop: async (signal = 'SIGINT', patience = 30) => {
      const start = seconds();
      child.kill(signal);
      await until(`lcd ${args.join(' ')} ends after ${signal}`, () => ended(), patience);
      return seconds() - start;
    },
  };
}

/** Ends whatever a failed step has left behind. */
export async function endAll(): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
  await until('all programs have ended', () => running.size === 0);
}
