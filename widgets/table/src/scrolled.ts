import { milliseconds, type WidgetContext } from '@lcdflow/core';
import { distinctUntilChanged, map, type Observable, of, scan } from 'rxjs';

/** What becomes of rows that do not fit. */
export type Scroll = 'none' | 'pages' | 'lines';

const PAUSE = 3_000;
/** How exactly the first pause is kept, in ms: ticks come at the same times for all. */
const FINE = 500;

/** How many steps have been made: one after each pause, beginning now. */
export function stepsOf(scroll: Scroll, pause: string, { ticks }: WidgetContext): Observable<number> {
  if (scroll === 'none') return of(0);
  const stand = Math.max(1, milliseconds(pause) ?? PAUSE);
  return ticks(Math.min(stand, FINE)).pipe(
    scan<number, Span | undefined>(gone, undefined),
    map((span) => Math.floor((span!.now - span!.first) / stand)),
    distinctUntilChanged(),
  );
}

/** What has gone by since the beginning, in ms since 1970. */
interface Span {
  readonly first: number;
  readonly now: number;
}

/** A clock that was set back takes the beginning along: no step is ever undone. */
function gone(before: Span | undefined, now: number): Span {
  const first = before?.first ?? now;
  return { first: first + Math.min(0, now - (before?.now ?? now)), now };
}

/** The row that is seen first after so many steps; at the end it begins anew. */
export function startOf(step: number, rows: number, lines: number, scroll: Scroll): number {
  if (scroll === 'none' || rows <= lines) return 0;
  if (scroll === 'pages') return (step % Math.ceil(rows / lines)) * lines;
  return step % (rows - lines + 1);
}
