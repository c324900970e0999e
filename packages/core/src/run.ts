import {
  catchError,
  concat,
  defer,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import { type DisplaySources, displaySources } from './display-sources.ts';
import { isPassing } from './errors.ts';
import { layout } from './layout.ts';
import { letterOf } from './letter.ts';
import { messageOf } from './message.ts';
import { pace } from './pace.ts';
import { pageSteps } from './page-steps.ts';
import { type PlacedWidget, pageStream, paint } from './page-stream.ts';
import { present } from './present.ts';
import type { DisplayPlan, Page, Program } from './program.ts';
import { revive } from './revive.ts';
import { sourceHub } from './source-hub.ts';
import type { Display, DriverContext, Frame, Logger, Rect } from './types.ts';
import { type WidgetWorld, widgetStream } from './widget-stream.ts';

/** What happened to a display of a running program. */
export type RunEvent =
  | { readonly kind: 'opened'; readonly name: string; readonly display: Display }
  | { readonly kind: 'shown'; readonly name: string; readonly area: Rect }
  | { readonly kind: 'lost'; readonly name: string; readonly error: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

/** What a program needs of the machine it runs on. */
export interface Host {
  /** The doors to hardware for one display. */
  context(plan: DisplayPlan): DriverContext;
  readonly log: Logger;
}

/**
 * Runs a program while subscribed: every display is opened, fed and, when lost, opened again after 1, 2, 4 … 30 s. A
 * display that fails for good is told as `failed`; the others go on. Completes when all have failed. Never errors.
 */
export function run(program: Program, host: Host): Observable<RunEvent> {
  return defer(() => {
    const own = displaySources(program.displays);
    const hub = sourceHub([...own.plans, ...program.sources], host.log);
    const world = { hub, expressions: program.expressions, log: host.log };
    return merge(...program.displays.map((plan) => runDisplay(plan, program, world, host, own)));
  });
}

function runDisplay(
  plan: DisplayPlan,
  program: Program,
  world: WidgetWorld,
  host: Host,
  own: DisplaySources,
): Observable<RunEvent> {
  const { name } = plan;
  const pages = plan.pages.map((page) => placedWidgets(page, plan, world));
  const streams = pages.map((widgets) => pageStream(widgets.map(({ placed }) => placed)));
  const background = pages.flatMap((widgets) => widgets.filter((widget) => widget.background));
  const bindings = program.keys.filter(({ display }) => display === name);
  const steps = pageSteps(pages.length, bindings, plan.rotate);

  const frames = (display: Display): Observable<Frame> =>
    steps(display.keys ?? NEVER).pipe(
      switchMap((page) => streams[page]!.pipe(pace(1000 / plan.fps))),
      map((drawable) => paint(drawable, plan)),
    );
  const session = (display: Display): Observable<RunEvent> =>
    concat(
      of<RunEvent>({ kind: 'opened', name, display }),
      present(display, frames(display)).pipe(map((area): RunEvent => ({ kind: 'shown', name, area }))),
    );
  const connected = defer(() => plan.driver.open(plan.options as never, host.context(plan))).pipe(
    own.heard(name),
    switchMap(session),
  );
  const recording = merge(...background.map(({ placed }) => placed.drawables)).pipe(ignoreElements());
  return merge(recording, reconnected(connected, name, host.log)).pipe(
    catchError((error: unknown) => {
      host.log.error(`${name}: ${messageOf(error)}`);
      return of<RunEvent>({ kind: 'failed', name, error });
    }),
  );
}

/** Opens again what was lost; says so once when it goes and once when it is back. */
function reconnected(connected: Observable<RunEvent>, name: string, log: Logger): Observable<RunEvent> {
  let gone = false;
  return connected.pipe(
    tap(({ kind }) => {
      if (gone && kind === 'opened') log.info(`${name}: is back`);
      gone = false;
    }),
    revive((error) => {
      if (!isPassing(error)) return throwError(() => error);
      if (!gone) log.warn(`${name}: ${messageOf(error)}; trying again`);
      gone = true;
      return of<RunEvent>({ kind: 'lost', name, error });
    }),
  );
}

interface PageWidget {
  readonly placed: PlacedWidget;
  readonly background: boolean;
}

function placedWidgets({ root }: Page, plan: DisplayPlan, world: WidgetWorld): readonly PageWidget[] {
  const { model, font } = plan;
  return layout(root, model, letterOf(model, font), model.cell).placements.map((placement) => ({
    placed: { area: placement.area, drawables: widgetStream(placement, plan, world) },
    background: placement.node.widget.background ?? false,
  }));
}
