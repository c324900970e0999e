import { closeSync, openSync, writeSync } from 'node:fs';
import { LcdError, messageOf } from '@lcdflow/core';
import { type Observable, using } from 'rxjs';

/** Takes lines. */
export type WriteLine = (line: string) => void;

/**
 * A stream with a new text file that is open while it runs, or without one if no path is given. Errors with `config` if
 * the file cannot be written.
 */
export function withTraceFile<T>(
  path: string | undefined,
  stream: (write: WriteLine | undefined) => Observable<T>,
): Observable<T> {
  if (path === undefined) return stream(undefined);
  return using(
    () => new TraceFile(path),
    (file) => stream((line) => (file as TraceFile).write(line)),
  );
}

class TraceFile {
  readonly #file: number;

  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w');
    } catch (error) {
      throw new LcdError('config', `trace: a file that can be written: ${messageOf(error)}`, { cause: error });
    }
  }

  write(line: string): void {
    writeSync(this.#file, `${line}\n`);
  }

  unsubscribe(): void {
    closeSync(this.#file);
  }
}
