import { type RunEvent, run } from '@lcdflow/core';
import {
  concat,
  defer,
  EMPTY,
  ignoreElements,
  type Observable,
  reduce,
  share,
  skip,
  switchMap,
  take,
  takeUntil,
  tap,
} from 'rxjs';
import { glassView } from '../glass-view.ts';
import { createHost } from '../host.ts';
import { pictureText } from '../picture-text.ts';
import { type Picture, poweredPanels } from '../powered-panels.ts';
import { type Loaded, loaded, type Session } from '../session.ts';
import { stops } from '../stop.ts';
import { type WriteLine, withTraceFile } from '../trace-file.ts';

export interface RunOptions {
  /** Stops after so many ms. */
  readonly for?: number;
  /** Emulated panels instead of attached ones. */
  readonly emulate?: boolean;
  /** Writes the wire to this file. */
  readonly trace?: string;
}

/**
 * Runs a config until it is stopped; then the displays show their farewell, which a second stop cuts short. Emits the
 * exit status: 1 if a display failed for good.
 */
export function runCommand(session: Session, file: string | undefined, options: RunOptions): Observable<number> {
  return defer(() => {
    const { watch, keep, printed } = shown(session);
    const ends = stops(options.for).pipe(share());
    const stop = ends.pipe(take(1), tap(keep));
    const events = ({ program, plugins }: Loaded, trace: WriteLine | undefined): Observable<RunEvent> =>
      run(program, createHost({ ...options, plugins, log: session.log, watch, trace }), { stop });
    const running = (config: Loaded) => withTraceFile(options.trace, (write) => events(config, write));
    const status = loaded(session, file).pipe(
      takeUntil(ends),
      switchMap(running),
      takeUntil(ends.pipe(skip(1))),
      reduce((worst, { kind }) => (kind === 'failed' ? 1 : worst), 0),
    );
    return concat(status, printed.pipe(ignoreElements()));
  });
}

/** Emulated glasses are shown as they change; without a terminal they are printed, as they were before the farewell. */
function shown({ screen, log, print }: Session) {
  if (screen.columns !== undefined) return { watch: glassView(screen, log), keep: () => {}, printed: EMPTY };
  const { watch, glasses } = poweredPanels();
  let kept: readonly Picture[] | undefined;
  const keep = () => {
    kept ??= glasses();
  };
  const printed = defer(() => concat(...(kept ?? glasses()).map(pictureText))).pipe(tap(print));
  return { watch, keep, printed };
}
