import {
  closeSync,
  existsSync,
  openSync,
  read,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LcdError, plainText } from '@lcdflow/core';

/** The files of one machine. Paths are absolute, as on that machine: `/proc/stat`. */
export interface Files {
  /** Where a path of that machine lies on this one. */
  at(path: string): string;
  /** A file that the kernel answers from memory. Errors with `not-found` or `permission`. */
  text(path: string): string;
  /** As `text`, read once for all who ask at the same moment, in ms. */
  textAt(path: string, now: number): string;
  /** As `text`, of a file that the kernel writes in one go into at most 4096 bytes: what goes beyond is left out. */
  page(path: string): string;
  /** A file that the kernel may have to ask hardware for. Errors as `text`. */
  slowText(path: string): Promise<string>;
  /** `text` and `slowText` for files that are none. */
  bytes(path: string): Buffer;
  slowBytes(path: string): Promise<Buffer>;
  /** What a folder holds, sorted with 10 after 9; nothing when there is no such folder. */
  names(path: string): readonly string[];
  /** As `names`, in no order: for folders with thousands. */
  entries(path: string): readonly string[];
  exists(path: string): boolean;
  /** How many names a file or folder has: each folder counts those that it holds. Nothing when it is not there. */
  links(path: string): number | undefined;
  /** Where a symbolic link points, as it is written; nothing when it is none. */
  link(path: string): string | undefined;
}

const readSome = promisify(read);
/** As much as a file of sysfs can hold at most (kernel documentation, filesystems/sysfs): one page. */
const PAGE = 4096;

/** The files below `root`, which is `/` for this machine itself. */
export function filesBelow(root: string): Files {
  const at = (path: string) => (root === '/' ? path : join(root, path));
  const now = <T>(path: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw missing(at('/proc'), path, error);
    }
  };
  const text = (path: string): string => now(path, () => readFileSync(at(path), 'utf8'));
  const newest = new Map<string, { readonly text: string; readonly read: number }>();
  const textAt = (path: string, moment: number): string => {
    const known = newest.get(path);
    if (known?.read === moment) return known.text;
    const anew = text(path);
    newest.set(path, { text: anew, read: moment });
    return anew;
  };
  const slowly = (path: string): Promise<Buffer> =>
    slowBytes(at(path)).catch((error) => {
      throw missing(at('/proc'), path, error);
    });
  // An error takes longer than a question.
  const entries = (path: string): readonly string[] =>
    existsSync(at(path)) ? (answered(() => readdirSync(at(path))) ?? []) : [];
  return {
    at,
    text,
    textAt,
    page: (path) => now(path, () => pageOf(at(path))),
    bytes: (path) => now(path, () => readFileSync(at(path))),
    slowText: (path) => slowly(path).then((bytes) => bytes.toString('utf8')),
    slowBytes: slowly,
    entries,
    names: (path) => [...entries(path)].sort(byNumber),
    exists: (path) => existsSync(at(path)),
    links: (path) => answered(() => statSync(at(path), { throwIfNoEntry: false })?.nlink),
    link: (path) => answered(() => readlinkSync(at(path))),
  };
}

/** What a question gives, nothing where there is no answer. */
function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Filled anew by each call of `pageOf`. */
const shared = Buffer.allocUnsafe(PAGE);

/** A read and a buffer less than `readFileSync`: a quarter of the work. */
function pageOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    return shared.toString('utf8', 0, readSync(file, shared, 0, PAGE, null));
  } finally {
    closeSync(file);
  }
}

/** Opening and closing ask no hardware, only reading does: a third of the work of leaving all three to other threads. */
async function slowBytes(path: string): Promise<Buffer> {
  const file = openSync(path, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let ended = false; !ended; ) {
      const { bytesRead, buffer } = await readSome(file, Buffer.allocUnsafe(PAGE), 0, PAGE, null);
      pieces.push(buffer.subarray(0, bytesRead));
      ended = bytesRead === 0 || (pieces.length === 1 && bytesRead < PAGE);
    }
    return Buffer.concat(pieces);
  } finally {
    closeSync(file);
  }
}

/** Why a file is not there: on other systems none is. */
function missing(proc: string, path: string, error: unknown): LcdError {
  const { code, message } = unreadable(path, error);
  const elsewhere = code === 'not-found' && !existsSync(proc);
  return new LcdError(code, elsewhere ? `needs ${path}, which only Linux has` : message, { cause: error });
}

/** The one line of a file that the kernel answers from memory; nothing when it is missing or empty. */
export function lineOf(files: Files, path: string): string | undefined {
  // An error takes longer than a question, here, too.
  if (!files.exists(path)) return undefined;
  return answered(() => plainText(files.text(path)).trim() || undefined);
}

/** What `linux` gives, or what `other` gives where there is no /proc at all. */
export function onLinuxOr<T>(files: Files, linux: () => T, other: () => T): T {
  try {
    return linux();
  } catch (error) {
    if (files.names('/proc').length > 0) throw error;
    return other();
  }
}

/** The error of the system as one of ours: `/mnt/music: cannot be read: ENOENT`. */
export function unreadable(path: string, error: unknown): LcdError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const code = reason === 'EACCES' || reason === 'EPERM' ? 'permission' : 'not-found';
  return new LcdError(code, `${path}: cannot be read: ${reason}`, { cause: error });
}

/** Sorts 10 after 9. */
export const { compare: byNumber } = new Intl.Collator('en', { numeric: true });
