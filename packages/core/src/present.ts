import {
  asapScheduler,
  concat,
  connect,
  defer,
  EMPTY,
  exhaustMap,
  expand,
  ignoreElements,
  merge,
  type Observable,
  of,
  subscribeOn,
  tap,
} from 'rxjs';
import { areaCursor } from './area-cursor.ts';
import { blankFrame, copyArea, UNKNOWN } from './frame.ts';
import type { Display, Frame, Rect } from './types.ts';

/**
 * Keeps the glass equal to the newest frame: each area that is done pulls the next that differs. Frames that come
 * while areas are on their way replace the one before; nothing changed means nothing is written. Emits each area when
 * it is on the glass. What the glass shows at first is unknown, so everything is written once.
 */
export function present(display: Display, frames: Observable<Frame>): Observable<Rect> {
  return defer(() => {
    const glass = blankFrame(display, UNKNOWN);
    const nextArea = areaCursor(display);
    let newest = glass;

    const writeNext = (): Observable<Rect> => {
      const area = nextArea(glass, newest);
      if (area === undefined) return EMPTY;
      copyArea(newest, glass, area);
      return concat(display.write(newest, area).pipe(ignoreElements()), of(area));
    };
    // asap: a display that is done at once must not recurse.
    const pull = () => defer(writeNext).pipe(subscribeOn(asapScheduler));
    const encoded = (frame: Frame): Frame => display.encode?.(frame) ?? frame;
    const writer = (newer: Observable<Frame>) => newer.pipe(exhaustMap(() => pull().pipe(expand(pull))));

    return frames.pipe(
      tap((frame) => {
        newest = encoded(frame);
      }),
      connect((newer) => merge(...Array.from({ length: display.ahead ?? 1 }, () => writer(newer)))),
    );
  });
}
