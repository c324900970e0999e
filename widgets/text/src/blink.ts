import type { Drawable, WidgetContext } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';

const HALF = 500;

/** Pictures that are away in the second half of each second, all of a panel at the same time. */
export function blink(
  pictures: Observable<Drawable>,
  away: Observable<Drawable>,
  ticks: WidgetContext['ticks'],
): Observable<Drawable> {
  const isSeen = ticks(HALF).pipe(map((now) => Math.floor(now / HALF) % 2 === 0));
  return combineLatest([pictures, away, isSeen]).pipe(
    map(([picture, ground, seen]) => (seen ? picture : ground)),
    distinctUntilChanged(),
  );
}
