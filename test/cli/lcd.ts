import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = `${ROOT}packages/cli/bin/lcd.js`;
if (!existsSync(`${ROOT}packages/cli/dist/main.js`)) throw new Error('lcd is not built: npm run build');

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface Running {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Waits until these words have been on stderr. */
  says(words: string): Promise<void>;
  /** Waits until something has been on stdout; returns the first group of the expression. */
  prints(words: RegExp): Promise<string>;
  /** Nobody reads its output any more. */
  closeOutput(): void;
}

const children = new Set<ChildProcess>();

/** Ends what a failed test has left running. */
export function killAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** Starts `lcd` as it is built, in a folder, without a terminal. */
export function start(args: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      children.delete(child);
      resolve({ status, signal, ...output });
    });
  });
  const says = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => output.stderr.includes(words) && resolve();
      child.stderr.on('data', look);
      look();
    });
  const prints = (words: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = words.exec(output.stdout)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      look();
    });
  return {
    ended,
    says,
    prints,
    kill: (signal) => child.kill(signal),
    closeOutput: () => child.stdout.destroy(),
  };
}

/** Runs `lcd` to its end. */
export const lcd = (args: readonly string[], cwd: string): Promise<Ended> => start(args, cwd).ended;
