import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from './programs.ts';

/** A program that runs beside the test. */
export interface Child {
  readonly process: ChildProcess;
  /** What it has said on its error output, and on the standard one if nobody reads that. */
  said(): string;
  /** Kills it; done when it has gone. */
  stop(): Promise<void>;
}

/** Starts a program. `talks`: somebody reads and writes its standard input and output. */
export function startChild(program: string, args: readonly string[], talks = false): Child {
  const path = programPath(program);
  if (path === undefined) throw new Error(`${program} is not installed`);
  const child = spawn(path, args, { stdio: [talks ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  let said = '';
  const hear = (words: Buffer) => {
    said += words.toString('latin1');
  };
  child.stderr?.on('data', hear);
  if (!talks) child.stdout?.on('data', hear);
  // One that has already gone does not read any more.
  child.stdin?.on('error', () => {});
  return {
    process: child,
    said: () => said,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}
