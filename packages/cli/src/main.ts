import { closeSync } from 'node:fs';
import { ConfigError, formatProblem } from '@lcdflow/config';
import { messageOf } from '@lcdflow/core';
import { CommanderError } from 'commander';
import { commandLine, type Start } from './program.ts';
import { createSession, type Session } from './session.ts';

/** Exit status for a config or command line that is wrong. */
const WRONG = 2;
const FAILED = 1;

function explain(error: unknown, { log }: Session): number {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${formatProblem(problem)}\n`);
    return WRONG;
  }
  log.error(messageOf(error));
  return (error as { code?: unknown }).code === 'config' ? WRONG : FAILED;
}

let isGone = false;

/** The terminal is gone: its window has been closed. The panels have their farewell still before them. */
function withoutTerminal(): void {
  isGone = true;
  // Node 20 aborts at its end when it cannot give the terminal back, unless the streams are closed by then.
  process.once('exit', () => {
    for (const stream of [0, 1, 2]) closeSync(stream);
  });
  // Only the first program in the terminal is told by the system.
  process.kill(process.pid, 'SIGHUP');
}

const start: Start = (command, least) => {
  const session = createSession(least);
  const finish = (status: number) => {
    session.flush();
    process.exitCode = status;
  };
  command(session).subscribe({ next: finish, error: (error: unknown) => finish(explain(error, session)) });
};

// Whoever reads the output may leave first, as `lcd sources | head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  if (error.code !== 'EIO') throw error;
  if (!isGone) withoutTerminal();
});
for (const stream of [process.stdin, process.stderr]) stream.on('error', () => undefined);
try {
  commandLine(start).parse();
} catch (error) {
  // It has told what is wrong; help and version are no mistakes.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : WRONG;
}
