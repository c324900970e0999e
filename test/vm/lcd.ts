import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { lcdFlags } from '../../bench/lcd-flags.ts';
import { FOLDER, ROOT } from './guest.ts';
import { seconds, until } from './steps.ts';

/** An `lcd` that runs, as it is built. */
export interface Lcd {
  /** What it has said on both streams. */
  said(): string;
  /** From now on only what it says later counts as said. */
  forget(): void;
  /** Waits until it has said something. */
  says(words: string | RegExp, patience?: number): Promise<unknown>;
  /** Sends a signal, SIGINT when left out, and waits for the end. Returns the seconds that took. */
  stop(signal?: NodeJS.Signals, patience?: number): Promise<number>;
  readonly status: () => number | null;
  readonly process: ChildProcess;
}

/** The command as it is built. */
export const LCD = join(ROOT, 'packages/cli/bin/lcd.js');
/** What node runs it with. */
export const FLAGS = lcdFlags(LCD);

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
    forget: () => {
      text = '';
    },
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

/** Longer than a busy host takes to start `lcd run` in the guest, in s. */
export const START = 110;

/** What `lcd run` on two pages that never change by themselves is called with. */
export const RUN = ['-v', 'run', 'panel.yaml'];

let shared: Lcd | undefined;

/**
 * `lcd run` on the one panel that is plugged in, or will be. Starting a program takes a guest without hardware acceleration
 * seconds, so several parts share one; each of them leaves it without a panel and on its first page.
 */
export async function panelRun(): Promise<Lcd> {
  if (!shared || shared.status() !== null || !running.has(shared.process)) {
    shared = lcd(RUN);
    await shared.says(/is plugged in|: opened/, START);
  }
  shared.forget();
  return shared;
}

/** Ends whatever a part has left behind, but for what the next one shares with it. */
export async function endAll(keepsShared = false): Promise<void> {
  const kept = keepsShared ? shared?.process : undefined;
  const rest = () => [...running].filter((child) => child !== kept);
  for (const child of rest()) child.kill('SIGKILL');
  await until('all programs have ended', () => rest().length === 0);
}
