import type { Drawable } from '@lcdflow/core';
import { defer, EMPTY, expand, map, type Observable, of, timer } from 'rxjs';
import type { Animation, Picture } from './picture.ts';

/** The most cells of all pictures together that are kept, so that they are decoded and scaled only once. */
const MOST_CELLS = 2 * 1024 * 1024;

interface Shown {
  readonly index: number;
  readonly drawable: Drawable;
}

/** The pictures of an animation one after the other, each as long as it says. The last one of the last round stays. */
export function played(
  { delays, loops, play }: Animation,
  draw: (picture: Picture) => Drawable,
  cells: number,
): Observable<Drawable> {
  return defer(() => {
    const next = play();
    const isKept = delays.length * cells <= MOST_CELLS;
    const kept: Drawable[] = [];
    const shownAt = (index: number): Shown => {
      const number = index % delays.length;
      const drawable = kept[number] ?? draw(next());
      if (isKept) kept[number] = drawable;
      return { index, drawable };
    };
    const last = delays.length === 1 ? 0 : loops * delays.length - 1;
    const after = ({ index }: Shown): Observable<Shown> =>
      index >= last ? EMPTY : timer(delays[index % delays.length]!).pipe(map(() => shownAt(index + 1)));
    return of(0).pipe(map(shownAt), expand(after));
  }).pipe(map(({ drawable }) => drawable));
}
