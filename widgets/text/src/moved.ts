import { combineLatest, connect, distinctUntilChanged, map, type Observable, startWith, switchMap } from 'rxjs';

/** A text and how many steps it has moved. */
export interface Moved {
  readonly shown: string;
  readonly step: number;
}

/**
 * Texts that move with the steps while they do not fit. A text whose lines have as many letters as those before goes on
 * from where it is: a running clock in it must not bring it back to its beginning every second.
 */
export function moved(
  texts: Observable<string>,
  steps: Observable<number>,
  fits: (text: string) => boolean,
): Observable<Moved> {
  // As many letters may need more room: wide ones, or those of a font of different widths.
  const kindOf = (text: string): string => `${fits(text)} ${shapeOf(text)}`;
  return texts.pipe(
    connect((shared) =>
      shared.pipe(
        distinctUntilChanged((before, after) => kindOf(before) === kindOf(after)),
        switchMap((first) => {
          const alike = shared.pipe(startWith(first));
          if (fits(first)) return alike.pipe(map((shown) => ({ shown, step: 0 })));
          return combineLatest([alike, steps]).pipe(map(([shown, step]) => ({ shown, step })));
        }),
      ),
    ),
  );
}

/** The lengths of the lines in letters. */
const shapeOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => [...line].length)
    .join();
