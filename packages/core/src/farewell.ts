import {
  combineLatest,
  concat,
  connect,
  defer,
  distinctUntilChanged,
  EMPTY,
  ignoreElements,
  type MonoTypeOperatorFunction,
  map,
  type Observable,
  of,
  shareReplay,
  startWith,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { elapse } from './elapse.ts';
import { pace } from './pace.ts';
import { painted } from './page-stream.ts';
import type { DisplayPlan } from './program.ts';
import type { Display, Drawable, Frame } from './types.ts';

/** How long displays have for their farewell, in ms; all of them at the same time. */
export const FAREWELL_TIME = 2_000;

/** How long the sources of a farewell page have for their first readings, in ms. */
const READINGS_TIME = 100;

/** The end of a run, for all its displays. */
export interface Ending {
  /** Emits once, to those who come later at once. */
  readonly begins: Observable<unknown>;
  hasBegun(): boolean;
}

export function endingOf(stop: Observable<unknown>): Ending {
  let begun = false;
  const begins = stop.pipe(
    take(1),
    tap(() => {
      begun = true;
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  return { begins, hasBegun: () => begun };
}

/** The frames of a display's farewell: its page, a blank one, or none. They end. */
export function farewellFrames(plan: DisplayPlan, page: Observable<Drawable> | undefined): Observable<Frame> {
  if (plan.farewell === undefined) return EMPTY;
  const drawables = page?.pipe(takeUntil(timer(READINGS_TIME)), pace(READINGS_TIME)) ?? of(() => {});
  return drawables.pipe(painted(plan));
}

/** Sets the levels of a display's farewell, one after the other. */
export const farewellLevels = (plan: DisplayPlan, { controls = {} }: Display): Observable<never> =>
  concat(
    ...Object.entries(plan.farewell?.levels ?? {}).map(([name, level]) =>
      defer(() => controls[name]?.(level) ?? EMPTY),
    ),
  ).pipe(ignoreElements());

/**
 * Ends the events of a display whose farewell cannot be waited for any more: when the ending begins while it is not
 * open, when it is lost after that, and after `FAREWELL_TIME`, which `late` is told.
 */
export const inTime = <E extends { readonly kind: string }>(
  { begins }: Ending,
  late: () => void,
): MonoTypeOperatorFunction<E> =>
  connect((events: Observable<E>) => {
    const isOpen = events.pipe(
      map(({ kind }) => kind !== 'lost'),
      startWith(false),
      distinctUntilChanged(),
    );
    const deadline = elapse(FAREWELL_TIME).pipe(tap(late));
    const over = combineLatest([isOpen, begins]).pipe(switchMap(([open]) => (open ? deadline : of(0))));
    return events.pipe(takeUntil(over));
  });
