import { type FileHandle, stat } from 'node:fs/promises';
import { type LineCutter, lineCutter } from '@lcdflow/core';
import { identityOf, openFile } from '@lcdflow/watch';

const PIECE = 65_536;
/** Bytes of a log that are looked at when it is opened first, and when lcd is too far behind. */
const BACKLOG = 65_536;
/** More bytes than these are not caught up with. */
const BEHIND = 4_194_304;

/** The next lines of a log. */
export interface TailLines {
  readonly lines: readonly string[];
  /** They were there when the log was opened first. */
  readonly isOld: boolean;
}

/** Where in a log one has read up to. */
export interface Bookmark {
  cutter: LineCutter;
  /** Of the file; `undefined` before the first one. */
  identity: string | undefined;
  position: number;
  /** Where the lines end that were there at first. */
  old: number;
  /** True when it is in the middle of a line, which is not told. */
  isInside: boolean;
}

/** At no place yet. Lines have at most `longest` bytes. */
export const newBookmark = (longest: number): Bookmark => ({
  ...{ cutter: lineCutter(longest), identity: undefined, position: 0, old: 0, isInside: false },
});

/** Reads on from a bookmark: over a new file in the log's place, and over a log that is emptied. */
export class Tail {
  readonly #path: string;
  readonly #longest: number;
  readonly #at: Bookmark;
  #file: FileHandle | undefined;
  #isClosed = false;

  constructor(path: string, longest: number, at: Bookmark) {
    this.#path = path;
    this.#longest = longest;
    this.#at = at;
  }

  /** The next lines; `undefined` when there are no more now. One call at a time. Errors with an `LcdError`. */
  async next(): Promise<TailLines | undefined> {
    this.#file ??= await this.#open();
    if (this.#isClosed) return this.#leave();
    return (await this.#read(this.#file)) ?? (await this.#goOn(this.#file));
  }

  /** What is being read meanwhile does not count. */
  close(): void {
    this.#isClosed = true;
    void this.#leave();
  }

  async #leave(): Promise<undefined> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async #open(): Promise<FileHandle> {
    const file = await openFile(this.#path);
    const found = await file.stat();
    const identity = identityOf(found);
    const at = this.#at;
    if (at.identity !== identity) this.#goTo(0, at.identity === undefined ? found.size : 0);
    at.identity = identity;
    return file;
  }

  #goTo(position: number, old: number): void {
    Object.assign(this.#at, { position, old, isInside: position > 0, cutter: lineCutter(this.#longest) });
  }

  async #read(file: FileHandle): Promise<TailLines | undefined> {
    const at = this.#at;
    const { size } = await file.stat();
    if (size < at.position) this.#goTo(0, 0);
    const isFirst = at.position === 0 && at.old > 0;
    if (size - at.position > (isFirst ? BACKLOG : BEHIND)) this.#goTo(size - BACKLOG, at.old);
    const isOld = at.position < at.old;
    const length = isOld ? Math.min(PIECE, at.old - at.position) : PIECE;
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, at.position);
    if (this.#isClosed || bytesRead === 0) return undefined;
    at.position += bytesRead;
    const lines = at.cutter.add(buffer.subarray(0, bytesRead));
    if (!at.isInside || lines.length === 0) return { lines, isOld };
    at.isInside = false;
    return { lines: lines.slice(1), isOld };
  }

  /** At the end: where another file lies there now, that one is next. */
  async #goOn(file: FileHandle): Promise<TailLines | undefined> {
    const there = await stat(this.#path).catch(() => undefined);
    if (this.#isClosed || there === undefined || identityOf(there) === this.#at.identity) return undefined;
    const rest = this.#at.cutter.rest();
    this.#file = undefined;
    await file.close();
    return rest === undefined ? this.next() : { lines: [rest], isOld: false };
  }
}
