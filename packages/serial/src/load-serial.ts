import { LcdError, messageOf } from '@lcdflow/core';
import { catchError, defer, map, type Observable, throwError } from 'rxjs';
import type { SerialModule } from './serial-module.ts';

/**
 * Loads the native module on subscription, so that a program without serial displays runs without it. Errors with
 * `not-found` when it cannot be loaded.
 */
export const loadSerial = (): Observable<SerialModule> => loadedFrom(() => import('serialport'));

/**
 * As `loadSerial`, from another place. Of the module only the binding is used, not the stream on top of it: that one
 * queues 64 KiB, ends twice, and what was written cannot be taken back.
 */
export const loadedFrom = (
  load: () => Promise<{ readonly SerialPort: { readonly binding: unknown } }>,
): Observable<SerialModule> =>
  defer(load).pipe(
    map(({ SerialPort }) => SerialPort.binding as SerialModule),
    catchError((cause: unknown) =>
      throwError(
        () => new LcdError('not-found', `the serialport module cannot be loaded: ${messageOf(cause)}`, { cause }),
      ),
    ),
  );
