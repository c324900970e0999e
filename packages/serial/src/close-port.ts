import { type Logger, messageOf } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  from,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  takeUntil,
  takeWhile,
  timer,
} from 'rxjs';
import type { Party } from './port-error.ts';
import type { Closing } from './port-gate.ts';
import type { PortHandle } from './serial-module.ts';

/** ms that what is left may take to go out over the line. */
const MOST_REST = 500;
/** ms that the kernel may take to drop what is left, and to close. */
const DEADLINE = 500;

/** What is closed. */
export interface Leaving {
  readonly party: Party;
  readonly log: Logger;
  /** ms until the line has surely sent what the kernel has taken. */
  readonly rest: number;
}

/**
 * Lets the last bytes go, drops what the other end does not take, closes. Without dropping, Linux waits up to 30 s in
 * `close` for a line that was stopped, and a process cannot even end meanwhile. That is also why nothing is drained. The
 * next opening drops what is left, too.
 */
export function closing(handle: PortHandle, { party, rest, log }: Leaving): Closing {
  const { name, target } = party;
  const sent = rest > 0 ? timer(Math.min(rest, MOST_REST)).pipe(ignoreElements()) : EMPTY;
  // Nothing stops a pseudo terminal from closing, but dropping would take from its other end what that has not read yet.
  const dropped = target.startsWith('/dev/pts/')
    ? EMPTY
    : tried(
        () => handle.flush(),
        () => undefined,
      );
  const closed = tried(
    () => handle.close().then(() => log.debug(`${name}: closed`)),
    (error) => log.warn(`${name}: cannot be closed: ${messageOf(error)}`),
  );
  return concat(sent, dropped.pipe(takeUntil(timer(DEADLINE))), late(closed));
}

const tried = (call: () => Promise<unknown>, say: (error: unknown) => void): Observable<never> =>
  defer(() => from(call())).pipe(
    ignoreElements(),
    catchError((error: unknown) => {
      say(error);
      return EMPTY;
    }),
  );

/** Says that it is stuck when it is not done in time, and goes on. */
const late = (work: Observable<never>): Closing =>
  merge(timer(DEADLINE).pipe(map(() => 'stuck' as const)), concat(work, of('done' as const))).pipe(
    takeWhile((news): news is 'stuck' => news !== 'done'),
  );
