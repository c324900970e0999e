import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import {
  concat,
  defer,
  EMPTY,
  fromEvent,
  ignoreElements,
  type Observable,
  take,
  takeUntil,
  takeWhile,
  timer,
} from 'rxjs';

/** ms between asking a group of processes to end and ending it. */
export const GRACE = 1_000;
/** How often (ms) it is looked whether all have ended meanwhile. */
const LOOK = 20;

/** Groups that are still there; they do not outlive this process, however it ends. */
const groups = new Set<ChildProcess>();

const endAll = (): void => {
  for (const leader of groups) send(leader, 'SIGKILL');
};

/** Remembers a process that leads a group of its own. */
export function enter(leader: ChildProcess): void {
  if (groups.size === 0) process.on('exit', endAll);
  groups.add(leader);
}

function leave(leader: ChildProcess): void {
  groups.delete(leader);
  if (groups.size === 0) process.off('exit', endAll);
}

/** Sends a signal to all of a group; 0 only asks. False when there is nobody left. */
function send(leader: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (leader.pid === undefined) return false;
  try {
    return process.kill(-leader.pid, signal);
  } catch (error) {
    // Whoever may not be ended is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const hasExited = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

/**
 * Ends a process and all that it has started: asks by SIGTERM, and whoever is left after `GRACE` ms gets SIGKILL.
 * Completes when the leader is gone and nobody is left who could be ended.
 */
export function ending(leader: ChildProcess): Observable<never> {
  const exited = defer(() => (hasExited(leader) ? EMPTY : fromEvent(leader, 'exit').pipe(take(1), ignoreElements())));
  const left = defer(() => {
    leave(leader);
    return EMPTY;
  });
  return defer(() => {
    if (!send(leader, 'SIGTERM')) return concat(exited, left);
    const patience = timer(0, LOOK).pipe(
      takeWhile(() => send(leader, 0)),
      takeUntil(timer(GRACE)),
      ignoreElements(),
    );
    const killed = defer(() => {
      send(leader, 'SIGKILL');
      return exited;
    });
    return concat(patience, killed, left);
  });
}
