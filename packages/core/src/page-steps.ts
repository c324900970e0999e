import { concat, defer, EMPTY, filter, map, type Observable, of, repeat, scan, startWith, switchMap, tap } from 'rxjs';
import { elapse } from './elapse.ts';
import type { KeyBinding, PageAction } from './program.ts';
import type { KeyEvent } from './types.ts';

const STEPS: Readonly<Record<PageAction, number>> = { 'page.next': 1, 'page.previous': -1 };

/**
 * The number of the page to show, from 0: the one shown last at once, then another whenever a bound key goes down or
 * `rotate` ms have gone by since the last change. Remembers the page when it is subscribed again.
 */
export function pageSteps(
  pages: number,
  bindings: readonly KeyBinding[],
  rotate: number | undefined,
): (keys: Observable<KeyEvent>) => Observable<number> {
  let shown = 0;
  const wrapped = (page: number) => ((page % pages) + pages) % pages;
  const turning =
    rotate === undefined || pages < 2
      ? EMPTY
      : elapse(rotate).pipe(
          repeat(),
          map(() => 1),
        );
  return (keys) =>
    defer(() =>
      keys.pipe(
        map(({ key, pressed }) => (pressed ? bindings.find((binding) => binding.key === key) : undefined)),
        filter((binding) => binding !== undefined),
        map(({ action }) => STEPS[action]),
        startWith(0),
        switchMap((step) => concat(of(step), turning)),
        scan((page, step) => wrapped(page + step), shown),
        tap((page) => {
          shown = page;
        }),
      ),
    );
}
