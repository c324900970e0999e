import { type RunEvent, run } from '@lcdflow/core';
import { type Observable, of, reduce, switchMap, takeUntil } from 'rxjs';
import { glassView } from '../glass-view.ts';
import { createHost } from '../host.ts';
import { type Loaded, loaded, type Session } from '../session.ts';
import { stopped } from '../stop.ts';
import { traceFile, type WriteLine } from '../trace-file.ts';

export interface RunOptions {
  /** Stops after so many ms. */
  readonly for?: number;
  /** Emulated panels instead of attached ones. */
  readonly emulate?: boolean;
  /** Writes the wire to this file. */
  readonly trace?: string;
}

/** Runs a config until it is stopped. Emits the exit status: 1 if a display failed for good. */
export function runCommand(session: Session, file: string | undefined, options: RunOptions): Observable<number> {
  const trace = options.trace === undefined ? of<WriteLine | undefined>(undefined) : traceFile(options.trace);
  return loaded(session, file).pipe(
    switchMap((config) => trace.pipe(switchMap((write) => events(session, config, options.emulate ?? false, write)))),
    takeUntil(stopped(options.for)),
    reduce((status, { kind }) => (kind === 'failed' ? 1 : status), 0),
  );
}

function events(
  { screen, log }: Session,
  { program, plugins }: Loaded,
  emulate: boolean,
  trace: WriteLine | undefined,
): Observable<RunEvent> {
  const watch = glassView(screen, log);
  return run(program, createHost({ plugins, log, emulate, watch, ...(trace ? { trace } : {}) }));
}
