import {
  BehaviorSubject,
  catchError,
  finalize,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import { isPassing } from './errors.ts';
import type { DisplayPlan, SourcePlan } from './program.ts';
import type { Display, Readings } from './types.ts';

/** What displays measure by themselves, as sources that are named after them. */
export interface DisplaySources {
  /** Of the displays that measure anything. Nothing is measured while a display is not open. */
  readonly plans: readonly SourcePlan[];
  /** For the stream that opens the display of a name: the source listens to what it emits, until it ends. */
  heard(name: string): MonoTypeOperatorFunction<Display>;
}

const NO_OPTIONS = { type: 'object', properties: {}, additionalProperties: false } as const;

/** A source never opens a display: who runs it does, and the readings enter where all readings do. */
export function displaySources(displays: readonly Pick<DisplayPlan, 'name' | 'model'>[]): DisplaySources {
  const open = new Map(displays.map(({ name }) => [name, new BehaviorSubject<Display | undefined>(undefined)]));
  const plans = displays.flatMap(({ name, model }): readonly SourcePlan[] => {
    if (model.readings === undefined) return [];
    const meaning = `What the display "${name}" measures by itself`;
    const read = () => open.get(name)!.pipe(switchMap(readingsOf));
    return [{ name, source: { name, meaning, options: NO_OPTIONS, describe: model.readings, read }, options: {} }];
  });
  const heard =
    (name: string): MonoTypeOperatorFunction<Display> =>
    (opening) =>
      opening.pipe(
        tap((display) => open.get(name)?.next(display)),
        finalize(() => open.get(name)?.next(undefined)),
      );
  return { plans, heard };
}

/** Who runs a display tells that it is lost; the source only has no readings then. */
const readingsOf = (display: Display | undefined): Observable<Readings> =>
  (display?.readings ?? of({})).pipe(
    catchError((error: unknown) => (isPassing(error) ? of({}) : throwError(() => error))),
  );
