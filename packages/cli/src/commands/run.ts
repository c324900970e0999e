import { type RunEvent, run } from '@lcdflow/core';
import { concat, defer, EMPTY, ignoreElements, type Observable, of, reduce, switchMap, takeUntil, tap } from 'rxjs';
import { glassView } from '../glass-view.ts';
import { createHost } from '../host.ts';
import { pictureText } from '../picture-text.ts';
import { poweredPanels } from '../powered-panels.ts';
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
  return defer(() => {
    const { watch, printed } = shown(session);
    const events = ({ program, plugins }: Loaded, write: WriteLine | undefined): Observable<RunEvent> =>
      run(program, createHost({ ...options, plugins, log: session.log, watch, trace: write }));
    const status = loaded(session, file).pipe(
      switchMap((config) => trace.pipe(switchMap((write) => events(config, write)))),
      takeUntil(stopped(options.for)),
      reduce((worst, { kind }) => (kind === 'failed' ? 1 : worst), 0),
    );
    return concat(status, printed.pipe(ignoreElements()));
  });
}

/** Emulated glasses are shown as they change; without a terminal they are printed when the run is over. */
function shown({ screen, log, print }: Session) {
  if (screen.columns !== undefined) return { watch: glassView(screen, log), printed: EMPTY };
  const { watch, glasses } = poweredPanels();
  const printed = defer(() => concat(...glasses().map(pictureText))).pipe(tap(print));
  return { watch, printed };
}
