import { closeSync, openSync, writeSync } from 'node:fs';
import { LcdError, messageOf } from '@lcdflow/core';
import { Observable } from 'rxjs';

/** Takes lines. */
export type WriteLine = (line: string) => void;

/** A new text file while subscribed. Emits what writes a line to it. Errors with `config` if it cannot be written. */
export const traceFile = (path: string): Observable<WriteLine> =>
  new Observable((subscriber) => {
    const file = opened(path);
    subscriber.next((line) => writeSync(file, `${line}\n`));
    return () => closeSync(file);
  });

function opened(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new LcdError('config', `trace: a file that can be written: ${messageOf(error)}`, { cause: error });
  }
}
