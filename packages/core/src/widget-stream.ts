import {
  asapScheduler,
  combineLatest,
  defer,
  distinctUntilChanged,
  map,
  type Observable,
  of,
  ReplaySubject,
  share,
  startWith,
  switchMap,
} from 'rxjs';
import { blankFrame } from './frame.ts';
import type { Placement } from './layout.ts';
import { defaultFont, letterOf } from './letter.ts';
import { messageOf } from './message.ts';
import { newestOf } from './newest-of.ts';
import { pace } from './pace.ts';
import { nothing } from './page-stream.ts';
import type { Compiled, DisplayPlan, Expressions } from './program.ts';
import { revive } from './revive.ts';
import type { SourceHub } from './source-hub.ts';
import { surfaceOf } from './surface.ts';
import type { Drawable, Logger, Place, Quantity, Readings, WidgetContext } from './types.ts';

/** What all widgets of a program share. */
export interface WidgetWorld {
  readonly hub: SourceHub;
  readonly expressions: Expressions;
  readonly log: Logger;
}

/** The pictures of one placed widget. It never errors: a failure shows a mark, is logged once and tried again. */
export function widgetStream(
  { node, area, when }: Placement,
  plan: DisplayPlan,
  world: WidgetWorld,
): Observable<Drawable> {
  const { widget, options, path, every } = node;
  const log = once(world.log, `${plan.name}: ${pathName(path)}: ${widget.name}: `);
  const context = widgetContext(placeOf(plan, area), world);
  const drawables = defer(() => widget.render(options as never, context)).pipe(
    map((drawable) => guarded(drawable, log)),
    revive((error) => {
      log(error);
      return of(mark);
    }),
  );
  const paced = every === undefined ? drawables : drawables.pipe(pace(every, asapScheduler));
  const recorded = widget.background ? paced.pipe(share({ connector: () => new ReplaySubject(1) })) : paced;
  return when.length === 0 ? recorded : seenWhile(when, recorded, widget.background === true, world);
}

/** Nothing while one of the conditions does not hold; what goes on in the background goes on. */
function seenWhile(
  conditions: readonly string[],
  drawables: Observable<Drawable>,
  background: boolean,
  { expressions, hub }: WidgetWorld,
): Observable<Drawable> {
  const held = conditions.map((condition) => evaluated(expressions.value(condition), hub).pipe(map(holds)));
  const seen = combineLatest(held).pipe(
    map((all) => all.every(Boolean)),
    distinctUntilChanged(),
  );
  return background
    ? combineLatest([seen, drawables.pipe(startWith(nothing))]).pipe(
        map(([show, drawable]) => (show ? drawable : nothing)),
      )
    : seen.pipe(switchMap((show) => (show ? drawables : of(nothing))));
}

/** Whether a condition holds: not while it has no value, nor when that is false, 0 or an empty text. */
const holds = ({ value }: Quantity): boolean => Boolean(value);

/** `pages.overview.column[0]` for a path. */
export const pathName = (path: readonly (string | number)[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

/** The sign of a widget that has failed. */
export const mark: Drawable = (surface) => {
  surface.fill({ x: 0, y: 0, width: surface.width, height: surface.height }, 0);
  surface.text({ x: 0, y: 0 }, '!', { inverted: true });
};

function guarded(drawable: Drawable, log: (error: unknown) => void): Drawable {
  return (surface) => {
    try {
      drawable(surface);
    } catch (error) {
      log(error);
      mark(surface);
    }
  };
}

function once(log: Logger, who: string): (error: unknown) => void {
  let last = '';
  return (error) => {
    const message = messageOf(error);
    if (message !== last) log.error(who + message);
    last = message;
  };
}

function placeOf(plan: DisplayPlan, { width, height }: Placement['area']): Place {
  const { cell } = plan.model;
  const letter = letterOf(plan.model, plan.font, plan.fonts);
  const { fonts, model } = plan;
  const font = plan.font ?? defaultFont(model);
  const empty = blankFrame({ width: 0, height: 0 });
  const measuring = surfaceOf(empty, cell, font, model.colors, { ...fonts, last: undefined });
  const room = measuring.clip({ x: 0, y: 0, width, height });
  return { width, height, cell, letter, measure: (text, style) => room.measure(text, style) };
}

function widgetContext(place: Place, { hub, expressions, log }: WidgetWorld): WidgetContext {
  return {
    place,
    log,
    ticks: hub.ticks,
    source: hub.readings,
    value: (expression) => evaluated(expressions.value(expression), hub).pipe(distinctUntilChanged(sameQuantity)),
    rows: (list, columns) => evaluated(expressions.rows(list, columns), hub),
    text: (template) => evaluated(expressions.text(template), hub).pipe(distinctUntilChanged()),
  };
}

/** The values of an expression or template: at once, and anew on every reading it uses. */
export function evaluated<T>({ sources, evaluate }: Compiled<T>, hub: SourceHub): Observable<T> {
  if (sources.length === 0) return defer(() => of(evaluate({})));
  return newestOf(sources.map(hub.readings), undefined).pipe(map((values) => evaluate(byName(sources, values))));
}

function byName(sources: readonly string[], values: readonly (Readings | undefined)[]): Record<string, Readings> {
  const readings: Record<string, Readings> = {};
  for (const [index, name] of sources.entries()) {
    const value = values[index];
    if (value !== undefined) readings[name] = value;
  }
  return readings;
}

const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  Object.is(a.value, b.value) && a.min === b.min && a.max === b.max && a.unit === b.unit;
