import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  switchMap,
  takeUntil,
  takeWhile,
  tap,
  throwError,
} from 'rxjs';
import { type DisplaySources, displaySources } from './display-sources.ts';
import { isPassing, type LcdError } from './errors.ts';
import { type Ending, endingOf, FAREWELL_TIME, farewellFrames, farewellLevels, inTime } from './farewell.ts';
import { layout } from './layout.ts';
import { letterOf } from './letter.ts';
import { messageOf } from './message.ts';
import { pace } from './pace.ts';
import { pageSteps } from './page-steps.ts';
import { type PlacedWidget, pageStream, painted } from './page-stream.ts';
import { present } from './present.ts';
import type { DisplayPlan, Page, Program } from './program.ts';
import { revive } from './revive.ts';
import { ruledControls } from './ruled-controls.ts';
import { slept } from './slept.ts';
import { sourceHub } from './source-hub.ts';
import type { Display, DriverContext, Frame, Logger, Rect } from './types.ts';
import { type WidgetWorld, widgetStream } from './widget-stream.ts';

/** What happened to a display of a running program. `shown`: an area is on the glass; `closed`: its farewell is. */
export type RunEvent =
  | { readonly kind: 'opened'; readonly name: string; readonly display: Display }
  | { readonly kind: 'shown'; readonly name: string; readonly area: Rect }
  | { readonly kind: 'lost'; readonly name: string; readonly error: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }
  | { readonly kind: 'closed'; readonly name: string };

/** What a program needs of the machine it runs on. */
export interface Host {
  /** The doors to hardware for one display. */
  context(plan: DisplayPlan): DriverContext;
  readonly log: Logger;
  /** Emits when something has come that may be this display's device: a lost one is then tried at once. */
  arrivals?(plan: DisplayPlan): Observable<unknown>;
}

export interface RunOptions {
  /** Its first value ends the run in good order: every open display shows its farewell. */
  readonly stop?: Observable<unknown>;
  /** Whether `shown` is told: for each packet of each display. False when left out. */
  readonly areas?: boolean;
}

/**
 * Runs a program while subscribed: every display is opened, fed and, when lost, opened again after 1, 2, 4 … 30 s or
 * when its device arrives. A display that fails for good is told as `failed`; the others go on. Completes when all have
 * failed, or when all have shown their farewell after `stop`, at most `FAREWELL_TIME` ms later. Never errors.
 */
export function run(
  program: Program,
  host: Host,
  { stop = NEVER, areas = false }: RunOptions = {},
): Observable<RunEvent> {
  return defer(() => {
    const own = displaySources(program.displays);
    const hub = sourceHub([...own.plans, ...program.sources], host.log);
    const world = { hub, expressions: program.expressions, log: host.log };
    const running = { program, host, world, own, ending: endingOf(stop), areas };
    return merge(...program.displays.map((plan) => runDisplay(plan, running)));
  });
}

/** What all displays of a running program share. */
interface Running {
  readonly program: Program;
  readonly host: Host;
  readonly world: WidgetWorld;
  readonly own: DisplaySources;
  readonly ending: Ending;
  readonly areas: boolean;
}

function runDisplay(plan: DisplayPlan, { program, host, world, own, ending, areas }: Running): Observable<RunEvent> {
  const { name } = plan;
  const { frames, farewell, recording } = pictures(plan, program, world);
  const session = (display: Display): Observable<RunEvent> => {
    const presented = present(display, concat(frames(display).pipe(takeUntil(ending.begins)), farewell));
    const shown = areas
      ? presented.pipe(map((area): RunEvent => ({ kind: 'shown', name, area })))
      : presented.pipe(ignoreElements());
    const ruled = ruledControls(plan, display, world).pipe(takeUntil(ending.begins));
    return concat(
      of<RunEvent>({ kind: 'opened', name, display }),
      merge(ruled, shown),
      farewellLevels(plan, display),
      of<RunEvent>({ kind: 'closed', name }),
    );
  };
  const opened = defer(() => plan.driver.open(plan.options as never, host.context(plan))).pipe(own.heard(name));
  const unsure = plan.driver.bus === undefined ? EMPTY : slept.pipe(takeUntil(ending.begins));
  const connected = opened.pipe(switchMap(session), takeUntil(unsure));
  const late = () => host.log.warn(`${name}: has not shown its farewell within ${FAREWELL_TIME} ms`);
  return merge(recording, reconnected(connected, plan, host, ending)).pipe(
    takeWhile(({ kind }) => kind !== 'closed', true),
    inTime(ending, late),
    catchError((error: unknown) => {
      host.log.error(`${name}: ${messageOf(error)}`);
      return of<RunEvent>({ kind: 'failed', name, error });
    }),
  );
}

/** Everything a display may show. */
interface Pictures {
  /** The frames of its pages, as its keys choose them. They never end. */
  frames(display: Display): Observable<Frame>;
  /** Those of its farewell. They end. */
  readonly farewell: Observable<Frame>;
  /** Keeps the widgets alive that go on while their page is hidden. */
  readonly recording: Observable<never>;
}

function pictures(plan: DisplayPlan, program: Program, world: WidgetWorld): Pictures {
  const last = plan.farewell?.page;
  const pages = plan.pages.map((page) => placedWidgets(page, plan, world));
  const streams = pages.map(streamOf);
  const background = pages.flatMap((widgets) => widgets.filter((widget) => widget.background));
  const bindings = program.keys.filter(({ display }) => display === plan.name);
  const steps = pageSteps(pages.length, bindings, plan.rotate);
  const farewell = last && (streams[plan.pages.indexOf(last)] ?? streamOf(placedWidgets(last, plan, world)));
  return {
    frames: ({ keys = NEVER }) =>
      merge(steps(keys), NEVER).pipe(
        switchMap((page) => streams[page]!.pipe(pace(1000 / plan.fps))),
        painted(plan),
      ),
    farewell: farewellFrames(plan, farewell),
    recording: merge(...background.map(({ placed }) => placed.drawables)).pipe(ignoreElements()),
  };
}

/** A display that is lost within so many ms each time it is opened is opened every 4 s in the end. */
const LASTING = 2_000;

/** Opens again what was lost; says so once when it goes, once for each other cause, and once when it is back. */
function reconnected(
  connected: Observable<RunEvent>,
  plan: DisplayPlan,
  host: Host,
  ending: Ending,
): Observable<RunEvent> {
  const { name } = plan;
  const { log } = host;
  const told = new Set<string>();
  return connected.pipe(
    tap(({ kind }) => {
      if (told.size > 0 && kind === 'opened') log.info(`${name}: is back`);
      told.clear();
    }),
    revive(
      (error) => {
        if (!isPassing(error)) return throwError(() => error);
        const cause = causeOf(error as LcdError);
        if (!told.has(cause)) log.warn(`${name}: ${messageOf(error)}${ending.hasBegun() ? '' : '; trying again'}`);
        told.add(cause);
        return of<RunEvent>({ kind: 'lost', name, error });
      },
      host.arrivals?.(plan),
      LASTING,
    ),
  );
}

/** What a person does about it: one that was unplugged and one that is not there need the same. */
const causeOf = ({ code }: LcdError): string => (code === 'not-found' ? 'disconnected' : code);

interface PageWidget {
  readonly placed: PlacedWidget;
  readonly background: boolean;
}

const streamOf = (widgets: readonly PageWidget[]) => pageStream(widgets.map(({ placed }) => placed));

function placedWidgets({ root }: Page, plan: DisplayPlan, world: WidgetWorld): readonly PageWidget[] {
  const { model, font, fonts } = plan;
  return layout(root, model, letterOf(model, font, fonts), model.cell).placements.map((placement) => ({
    placed: { area: placement.area, drawables: widgetStream(placement, plan, world) },
    background: placement.node.widget.background ?? false,
  }));
}
