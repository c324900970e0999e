import { type Font, LcdError } from '@lcdflow/core';
import { catchError, concatMap, defer, EMPTY, from, type Observable, ReplaySubject, share, take } from 'rxjs';

/** Where Unifont is: the PCF of Debian's xfonts-unifont, and its own format. */
export const UNIFONT: readonly string[] = [
  '/usr/share/fonts/X11/misc/unifont.pcf.gz',
  '/usr/share/fonts/misc/unifont.pcf.gz',
  '/usr/share/unifont/unifont.hex',
  '/usr/share/unifont/unifont.hex.gz',
];

const unifont = async (path: string): Promise<Font> =>
  (await import('./open-font.ts')).openFont({ name: 'unifont', path, label: path });

/** The first of some files that can be read; loaded once, when it is first subscribed, and kept. Empty when there is none. */
export const systemFont = (paths: readonly string[]): Observable<Font> =>
  from(paths).pipe(
    concatMap((path) => defer(() => unifont(path)).pipe(catchError((error) => passedOver(error)))),
    take(1),
    share({
      connector: () => new ReplaySubject<Font>(1),
      resetOnComplete: false,
      resetOnError: false,
      resetOnRefCountZero: false,
    }),
  );

/** A font nobody asked for by its name: a system without it, or with a broken one, has placeholders. */
function passedOver(error: unknown): Observable<never> {
  if (error instanceof LcdError) return EMPTY;
  throw error;
}
