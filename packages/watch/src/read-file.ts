import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { LcdError } from '@lcdflow/core';
import { unreadable } from './unreadable.ts';

/** The beginning of a file. */
export interface Content {
  readonly text: string;
  /** Of the whole file, in bytes; 0 where the kernel does not know, as in /proc. */
  readonly size: number;
  /** When it was written last: ms since 1970. */
  readonly modified: number;
}

/** Opens what must be a file. Never waits, as for somebody who writes to a FIFO. Errors with an `LcdError`. */
export async function openFile(path: string): Promise<FileHandle> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!(await file.stat()).isFile()) throw new LcdError('config', `${path}: expected a file`);
    return file;
  } catch (error) {
    await file?.close();
    throw unreadable(path, error);
  }
}

/** Reads at most so many bytes of a file. Errors with an `LcdError`. */
export async function readBeginning(path: string, most: number): Promise<Content> {
  const file = await openFile(path);
  try {
    const { size, mtimeMs } = await file.stat();
    // Files of the kernel have no size and come a page at a time.
    const buffer = Buffer.alloc(size === 0 ? most : Math.min(most, size + 1));
    let length = 0;
    for (let bytes = -1; bytes !== 0 && length < buffer.length; length += bytes)
      ({ bytesRead: bytes } = await file.read(buffer, length, buffer.length - length, null));
    // Leaves out the mark that some put at the beginning.
    return { text: new TextDecoder().decode(buffer.subarray(0, length)), size, modified: Math.round(mtimeMs) };
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}
