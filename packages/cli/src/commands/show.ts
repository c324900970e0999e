import { type DisplayPlan, type Frame, LcdError, type Program, run } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { concat, defer, ignoreElements, map, merge, NEVER, type Observable, of, switchMap, takeUntil, tap } from 'rxjs';
import { createHost, emulatorOf } from '../host.ts';
import { pictureFile } from '../picture-file.ts';
import { pictureText } from '../picture-text.ts';
import { type Loaded, loaded, type Session } from '../session.ts';
import { sheetOf } from '../sheet.ts';
import { stopped } from '../stop.ts';

export interface ShowOptions {
  /** The name of a display; all of them when left out. */
  readonly display?: string;
  /** How long it runs before the picture is taken, in ms. */
  readonly after: number;
  /** A file that ends in .png or .txt; the terminal when left out. */
  readonly out?: string;
}

/** Takes a picture of what the emulated glasses of a config show. Emits the exit status. */
export const showCommand = (session: Session, file: string | undefined, options: ShowOptions): Observable<number> =>
  loaded(session, file).pipe(
    switchMap((config) => {
      const plans = chosen(config.program, options);
      return snapshots(session, config, plans, options.after);
    }),
    switchMap((pictures) => merge(...pictures.map((picture) => delivered(session, picture, options.out)))),
    ignoreElements(),
    (done) => concat(done, of(0)),
  );

function chosen({ displays }: Program, { display, out }: ShowOptions): readonly DisplayPlan[] {
  const names = displays.map(({ name }) => name).join(', ');
  const plans = display === undefined ? displays : displays.filter(({ name }) => name === display);
  if (plans.length === 0) throw new LcdError('config', `--display: one of ${names}, not "${display}"`);
  if (out !== undefined && plans.length > 1)
    throw new LcdError('config', `--out takes one picture: choose with --display one of ${names}`);
  return plans;
}

interface Picture {
  readonly plan: DisplayPlan;
  readonly frame: Frame;
}

/** Runs the displays for a while on emulated devices, or on sheets where there are none, and takes their pictures. */
function snapshots(session: Session, { program, plugins }: Loaded, plans: readonly DisplayPlan[], after: number) {
  return defer(() => {
    const panels = new Map<string, EmulatedPanel>();
    const sheets = new Map(
      plans.filter((plan) => !emulatorOf(plan, plugins)).map((plan) => [plan.name, sheetOf(plan)]),
    );
    const displays = plans.map((plan) => sheets.get(plan.name)?.plan ?? plan);
    const watch = ({ name }: DisplayPlan, panel: EmulatedPanel) => {
      panels.set(name, panel);
      return NEVER;
    };
    const frameOf = ({ name }: DisplayPlan) => sheets.get(name)?.frame ?? panels.get(name)!.device.glass();
    const host = createHost({ plugins, log: session.log, emulate: true, watch });
    return concat(
      run({ ...program, displays }, host).pipe(takeUntil(stopped(after)), ignoreElements()),
      defer(() => of(plans.map((plan): Picture => ({ plan, frame: frameOf(plan) })))),
    );
  });
}

function delivered(session: Session, { plan, frame }: Picture, out: string | undefined): Observable<void> {
  const { driver, model, name } = plan;
  const title = `${name}: ${driver.name} ${model.name}`;
  if (out !== undefined) return pictureFile(out, title, frame, model.cell);
  return pictureText(title, frame, model.cell).pipe(
    tap((text) => session.print(text)),
    map(() => undefined),
  );
}
