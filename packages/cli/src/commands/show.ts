import { type DisplayPlan, LcdError, type Program, run } from '@lcdflow/core';
import { concat, defer, endWith, ignoreElements, type Observable, of, switchMap, takeUntil, tap } from 'rxjs';
import { createHost, emulatorOf } from '../host.ts';
import { pictureFile } from '../picture-file.ts';
import { pictureText } from '../picture-text.ts';
import { type Picture, poweredPanels } from '../powered-panels.ts';
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
  defer(() => {
    const deliver = delivery(session, options.out);
    return loaded(session, file).pipe(
      switchMap((config) => snapshots(session, config, chosen(config.program, options), options.after)),
      switchMap((pictures) => concat(...pictures.map(deliver))),
      ignoreElements(),
      endWith(0),
    );
  });

const delivery = ({ print }: Session, out: string | undefined): ((picture: Picture) => Observable<unknown>) =>
  out === undefined ? (picture) => pictureText(picture).pipe(tap(print)) : pictureFile(out);

function chosen({ displays }: Program, { display, out }: ShowOptions): readonly DisplayPlan[] {
  const names = displays.map(({ name }) => name).join(', ');
  const plans = display === undefined ? displays : displays.filter(({ name }) => name === display);
  if (plans.length === 0) throw new LcdError('config', `--display: one of ${names}, not "${display}"`);
  if (out !== undefined && plans.length > 1)
    throw new LcdError('config', `--out takes one picture: choose with --display one of ${names}`);
  return plans;
}

/** Runs the displays for a while on emulated devices, or on sheets where there are none, and takes their pictures. */
function snapshots(session: Session, { program, plugins }: Loaded, plans: readonly DisplayPlan[], after: number) {
  return defer(() => {
    const { watch, glasses } = poweredPanels();
    const sheets = plans.filter((plan) => !emulatorOf(plan, plugins)).map(sheetOf);
    const emulated = plans.filter((plan) => emulatorOf(plan, plugins));
    const displays = [...emulated, ...sheets.map(({ plan }) => plan)];
    const host = createHost({ plugins, log: session.log, emulate: true, watch });
    return concat(
      run({ ...program, displays }, host).pipe(takeUntil(stopped(after)), ignoreElements()),
      defer(() => of<readonly Picture[]>([...glasses(), ...sheets])),
    );
  });
}
